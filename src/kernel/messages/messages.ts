import { z } from "zod"
import { newId } from "#kernel/ids.ts"
import { defineJob, enqueue } from "#kernel/jobs/jobs.ts"
import { asActor, type Work } from "#kernel/transaction.ts"

// A ledger with one row per recipient: what was said to whom, when, and whether it went out.

export type Lang = "ja" | "en" | "ja-easy"

export type Recipient = { readonly accountId: string | null; readonly address: string; readonly lang: Lang }

/** A message in the recipient's language: plain text, and one link to the page where one acts on it. */
export type Letter = { readonly subject: string; readonly body: string; readonly link?: string }

export type Posting = {
  readonly template: string
  readonly to: readonly Recipient[]
  readonly write: (lang: Lang) => Letter
  readonly about?: { readonly kind: string; readonly id: string }
  /** The body in whose name it is sent; its staff see it in the ledger. */
  readonly bodyId?: string | null
  /** Where the recipient's answer by mail arrives. */
  readonly replyTo?: (recipient: Recipient) => string | undefined
}

/** Writes one row per recipient and enqueues its delivery, in the transaction of the act that it tells of. */
export const post = async (work: Work, posting: Posting): Promise<void> => {
  const addresses = new Set<string>()
  for (const recipient of posting.to) {
    if (addresses.has(recipient.address)) continue
    addresses.add(recipient.address)
    await postOne(work, posting, recipient)
  }
}

const postOne = async (work: Work, posting: Posting, recipient: Recipient): Promise<void> => {
  const letter = posting.write(recipient.lang)
  const id = newId()
  await work.tx
    .insertInto("messages")
    .values({
      id,
      template: posting.template,
      accountId: recipient.accountId,
      bodyId: posting.bodyId ?? null,
      address: recipient.address,
      lang: recipient.lang,
      // Titles that come in by import may have several lines.
      subject: letter.subject.replaceAll(/\s*\n\s*/g, " "),
      body: letter.body,
      link: letter.link ?? null,
      replyTo: posting.replyTo?.(recipient) ?? null,
      aboutKind: posting.about?.kind ?? null,
      aboutId: posting.about?.id ?? null,
      createdAt: work.now,
    })
    .execute()
  await enqueue(work, deliverMessage, { id })
}

/**
 * Sends one message. The row is locked while the mail server answers, so no second worker sends it again; a crash
 * between the server's yes and the commit repeats it under the same Message-ID, which mail programs fold together.
 */
export const deliverMessage = defineJob(
  "messages.deliver",
  z.object({ id: z.string() }),
  async (context, { id }) => {
    const failure = await asActor(context, async (tx) => {
      const message = await tx
        .selectFrom("messages")
        .selectAll()
        .where("id", "=", id)
        .where("state", "in", ["queued", "failed"])
        .forUpdate()
        .executeTakeFirst()
      if (!message) return null
      const messageId = `<${id}@${new URL(context.baseUrl).hostname}>`
      const error = await context.outgoing({ ...message, messageId, from: context.city.mailFrom }).then(
        () => null,
        (reason: Error) => reason,
      )
      await tx
        .updateTable("messages")
        .set({
          state: error ? "failed" : "sent",
          attempts: message.attempts + 1,
          lastError: error?.message ?? null,
          messageId,
          sentAt: error ? null : context.clock.now(),
        })
        .where("id", "=", id)
        .execute()
      return error
    })
    if (failure) throw failure
  },
)

/** Takes what is personal out of the mail about a record: that something was sent, and when, stays. For jobs. */
export const forgetMessages = async (
  work: Work,
  about: { readonly kind: string; readonly ids: readonly string[] },
): Promise<void> => {
  if (about.ids.length === 0) return
  await work.tx
    .updateTable("messages")
    .set({ address: "", subject: "", body: "", link: null, replyTo: null })
    .where("aboutKind", "=", about.kind)
    .where("aboutId", "in", [...about.ids])
    .execute()
}
