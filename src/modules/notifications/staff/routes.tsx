import { z } from "zod"
import { NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import { asActor } from "#kernel/transaction.ts"
import { routes } from "#web/context.ts"
import { submitForm } from "#web/forms.ts"
import { answerList, answerListFile, type ListSource } from "#web/office-list/list-routes.tsx"
import { recordListTaken, savedViewsOf } from "#modules/accounts"
import { retryMessage } from "../commands.ts"
import { listMessages, type Message, messageStates } from "../queries.ts"
import { type Around, messageList } from "./office-list.tsx"

/** What the worn body sent: row-level security shows this, and one's own mail, which stands under /my. */
const source: ListSource<Message, Around> = {
  list: messageList,
  load: (context, view, { filters }, range) => {
    const { actor } = context
    const bodyId = actor.wearing?.bodyId
    if (!bodyId) throw new NotFound("no post is worn")
    const state = messageStates.find((each) => each === filters["state"])
    const of = { bodyId, words: filters["q"] ?? "", ...(state && { state }) }
    return asActor(context, async (tx) => ({
      around: { view, actor },
      found: await listMessages(tx, of, range),
      saved: await savedViewsOf(tx, actor, messageList.name),
    }))
  },
  taken: recordListTaken,
}

export const notificationsStaff = routes()
  .get("/messages", (c) => answerList(c, source))
  .get("/messages.csv", (c) => answerListFile(c, source, "csv"))
  .get("/messages.xlsx", (c) => answerListFile(c, source, "xlsx"))
  .post("/messages/:id/retry", (c) =>
    submitForm(c, {
      schema: z.object({}),
      run: async (context) => {
        const id = c.req.param("id")
        if (!isId(id)) throw new NotFound("no such message")
        await retryMessage(context, { id })
        return messageList.path
      },
      again: () => {
        throw new Error("a form without fields has nothing to be mended")
      },
      done: "notifications:done.retried",
    }),
  )
