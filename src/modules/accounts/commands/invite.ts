import { authorise, ownHat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Invalid, NotFound } from "#kernel/errors.ts"
import { post } from "#kernel/messages/messages.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { listBodies } from "#modules/places"
import { accountFor, recipientsOf } from "../auth/people.ts"
import { writeProof } from "../auth/proofs.ts"
import { invitationLetter } from "../mail.tsx"
import { postRows } from "../queries/posts.ts"
import { address as addressSchema } from "../schema.ts"
import { today } from "./ending.ts"
import { insertPost } from "./giving.ts"

/** An invitation may wait over a weekend in a mailbox. */
const invitationMinutes = 3 * 24 * 60

/**
 * Makes the first administrator of the city, or a further one, from the command line: an account, the post, and a
 * mail with a link that signs in once. The link is answered too, for set-ups that cannot send mail yet.
 */
export const inviteAdministrator = command("accounts.invite-administrator", async (work, typed: string) => {
  const hat = authorise(work.actor.system ? ownHat(work.actor) : "refused")
  const { data: address } = addressSchema().safeParse(typed)
  if (address === undefined) throw new Invalid({ address: "web:error.mail" })
  const body = (await listBodies(work.tx)).find((each) => each.slug === "city")
  if (!body) throw new NotFound("the city has no body called city")
  const account = await accountFor(work, { address })
  await ensureAdministrator(work, account.id, body.id)
  await audit(work, { hat, subject: { kind: "account", id: account.id }, payload: { body: body.slug } })
  const [recipient] = await recipientsOf(work.tx, [account.id])
  if (!recipient) throw new NotFound("the account cannot be read")
  const { token } = await writeProof(work, {
    address: recipient.address,
    lang: recipient.lang,
    next: "/staff",
    minutes: invitationMinutes,
  })
  const link = `${work.baseUrl}/sign-in/link/${token}`
  await post(work, {
    template: "accounts.invitation",
    to: [recipient],
    write: (lang) => invitationLetter(work, lang, link),
    bodyId: null,
  })
  return { accountId: account.id, address: recipient.address, link }
})

const ensureAdministrator = async (work: Work, accountId: string, bodyId: string): Promise<void> => {
  const from = today(work)
  const held = await postRows(work.tx)
    .where("accountId", "=", accountId)
    .where("bodyId", "=", bodyId)
    .where("role", "=", "administrator")
    .where("programme", "=", "*")
    .where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">=", from)]))
    .executeTakeFirst()
  if (held) return
  const place = { bodyId, programme: "*", role: "administrator", areaCodes: null, to: null } as const
  await insertPost(work, accountId, { ...place, address: "", from })
}
