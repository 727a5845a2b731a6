import type { Context as HonoContext } from "hono"
import { z } from "zod"
import { drawPage, type Html } from "#jsx"
import { authorise, isAllowed } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, submitForm, type FormState } from "#web/forms.ts"
import { listBodies } from "#modules/places"
import { setReview } from "../commands/review.ts"
import { canListAsOffice, canSetReview } from "../policy.ts"
import { listReviews } from "../queries/review.ts"
import { reviews } from "../schema/review.ts"
import { ReviewSettingsPage } from "./review-page.tsx"

type Request = HonoContext<WebEnv>

const settingsPage = async (c: Request, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const { actor, city } = context
  authorise(canListAsOffice(actor))
  const page = await reading(context, async (tx) => ({
    bodies: await listBodies(tx),
    own: await listReviews(tx),
  }))
  const bodies = page.bodies.filter(({ id }) => isAllowed(canSetReview(actor, id)))
  return (
    <ReviewSettingsPage
      view={view}
      form={form}
      bodies={bodies.filter(({ kind }) => kind === "ward-office" || kind === "city")}
      own={page.own}
      city={city.settings.listingReview.value}
    />
  )
}

const reviewForm = z.object({
  body: z.string().refine(isId, "web:error.choice"),
  review: z.enum([...reviews, "city"]),
})

/** X13: which listings an office looks at before they are public. */
export const reviewRoutes = routes()
  .get("/listing-review", async (c) => c.html(drawPage(await settingsPage(c, emptyForm))))
  .post("/listing-review", (c) =>
    submitForm(c, {
      schema: reviewForm,
      run: async (context, { body, review }) => {
        const known = await reading(context, listBodies)
        if (!known.some(({ id }) => id === body)) throw new NotFound(`there is no body ${body}`)
        await setReview(context, { bodyId: body, review: review === "city" ? null : review })
        return "/staff/listing-review"
      },
      again: (form) => settingsPage(c, form),
      done: "listings:done.review-set",
    }),
  )
