import { drawPage } from "#jsx"
import { businessDayBefore } from "#kernel/business-days.ts"
import { startOfDay } from "#kernel/clock.ts"
import { asActor } from "#kernel/transaction.ts"
import { chooseMorningMail, wantsMorningMail } from "#modules/accounts"
import { routes } from "#web/context.ts"
import { today } from "#web/dates.tsx"
import { submitForm } from "#web/forms.ts"
import { morningForm } from "../schema.ts"
import { TodayPage } from "../views/today-page.tsx"

export const todayPage = routes()
  .get("/", async (c) => {
    const { context, view, collected } = c.var
    const since = businessDayBefore(today(view))
    const page = await asActor(context, async (tx) => ({
      waiting: await collected.waits(tx),
      changes: await collected.changes(tx, startOfDay(since, view.zone)),
      morning: await wantsMorningMail(tx, context.actor),
    }))
    const programme = c.req.query("programme") ?? ""
    return c.html(drawPage(<TodayPage view={view} since={since} programme={programme} {...page} />))
  })
  .post("/morning-mail", (c) =>
    submitForm(c, {
      schema: morningForm,
      run: async (context, { wanted }) => {
        await chooseMorningMail(context, { wanted: wanted === "yes" })
        return "/staff"
      },
      again: () => {
        throw new Error("the buttons of this form send nothing else")
      },
      done: "portal:done.morning-mail",
    }),
  )
