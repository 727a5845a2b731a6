import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { canWriteTemplates } from "../policy.ts"

type Words = { readonly title: string; readonly body: string }

export const addTemplate = command(
  "inquiries.add-template",
  async (work, input: Words & { readonly organisationId: string }) => {
    const { organisationId, title, body } = input
    const hat = authorise(canWriteTemplates(work.actor, organisationId))
    const id = newId()
    await work.tx
      .insertInto("inquiryTemplates")
      .values({ id, organisationId, title, body, updatedAt: work.now })
      .execute()
    await audit(work, { hat, subject: { kind: "inquiry-template", id }, payload: { title } })
    return { id }
  },
)

type Changing = Words & { readonly id: string; readonly version: number | undefined }

export const changeTemplate = command("inquiries.change-template", async (work, input: Changing) => {
  const { title, body } = input
  const template = await lockTemplate(work, input.id)
  const hat = authorise(canWriteTemplates(work.actor, template.organisationId))
  if (template.version !== input.version)
    throw new Conflict(`template ${input.id} has changed`, {
      current: { title: template.title, body: template.body },
      version: template.version,
    })
  await work.tx
    .updateTable("inquiryTemplates")
    .set({ title, body, version: template.version + 1, updatedAt: work.now })
    .where("id", "=", input.id)
    .execute()
  await audit(work, { hat, subject: { kind: "inquiry-template", id: input.id }, payload: { title } })
  return { id: input.id }
})

export const deleteTemplate = command("inquiries.delete-template", async (work, input: { id: string }) => {
  const template = await lockTemplate(work, input.id)
  const hat = authorise(canWriteTemplates(work.actor, template.organisationId))
  await work.tx.deleteFrom("inquiryTemplates").where("id", "=", input.id).execute()
  await audit(work, {
    hat,
    subject: { kind: "inquiry-template", id: input.id },
    payload: { title: template.title },
  })
  return { id: input.id }
})

const lockTemplate = async (work: Work, id: string) => {
  const row = await work.tx
    .selectFrom("inquiryTemplates")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound(`there is no template ${id} for this actor`)
  return row
}
