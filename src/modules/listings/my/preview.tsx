import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { z } from "zod"
import { authorise } from "#kernel/actor.ts"
import { Conflict, Invalid, NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import { findAnswer, reading, type Context } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { parseTyped, readForm, seeOther, submitForm, typedValue } from "#web/forms.ts"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import { findOrganisation } from "#modules/organisations"
import { dropTyping } from "../commands/typings.ts"
import { canWriteFor } from "../policy.ts"
import { previewOf } from "../queries/preview.ts"
import { getRecord } from "../queries/records.ts"
import { findListing } from "../queries/summary.ts"
import { getTyping, type Typing } from "../queries/typings.ts"
import type { ListingState } from "../schema/workflow.ts"
import { ListingPage } from "../public/listing-page.tsx"
import { publishWords } from "./publish-words.ts"
import { saveWritten, writingForm } from "./writing.tsx"

/** Where the form of a typing stands: of something new, or of a listing. */
type Place = { readonly form: string; readonly state: ListingState | null }

const placeOf = async (context: Context, typing: Typing) =>
  reading(context, async (tx) => {
    const organisation = await findOrganisation(tx, typing.organisationId)
    if (!organisation) throw new NotFound("the group is gone")
    authorise(canWriteFor(context.actor, { id: organisation.id, isPublic: false }))
    const listing = typing.listingId === null ? undefined : await findListing(tx, typing.listingId)
    const list = `/my/organisations/${organisation.publicId}/listings`
    const own = listing && `/my/listings/${listing.publicId}`
    const place: Place = {
      form: own ? `${own}/edit` : `${list}/new`,
      state: listing?.state ?? null,
    }
    return { organisation, place, row: listing ? await getRecord(tx, listing.publicId) : null }
  })

/** What is refused is told in the form, at its field. */
const forTheForm = (error: unknown): null => {
  if (error instanceof Invalid || (error instanceof Conflict && error.current)) return null
  throw error
}

type Request = HonoContext<WebEnv>

const typingAsked = (c: Request): Promise<Typing> =>
  reading(c.var.context, (tx) => getTyping(tx, c.var.context.actor, c.req.param("typing") ?? ""))

const answered = z.object({ id: z.string() })

/** What was typed is gone once it is published: pressed twice, the button leads to the listing all the same. */
const publishedBefore = async (c: Request): Promise<string | null> => {
  const { context } = c.var
  const key = typedValue(await readForm(c, z.looseObject({})), "_key")
  const earlier = isId(key) ? await reading(context, (tx) => findAnswer(tx, context.actor, key)) : null
  const { data } = answered.safeParse(earlier)
  return data ? `/my/listings/${data.id}` : null
}

/** The page as everybody would see it; nothing where what was typed cannot be read yet. */
const previewPage = async (c: Request, typing: Typing): Promise<Html | null> => {
  const { context, view } = c.var
  const { organisation, place } = await placeOf(context, typing)
  const { input } = parseTyped(typing.typed, writingForm(context, view.now))
  if (!input) return null
  const listing = await reading(context, (tx) => previewOf(tx, input.content, organisation, view))
  const bar = <PreviewBar view={view} typing={typing} place={place} waits={input.publishAt !== null} />
  return (
    <ListingPage
      view={view}
      listing={listing}
      next={[]}
      canonical=""
      panels={[]}
      changes={[]}
      flyers={[]}
      preview={bar}
    />
  )
}

const formOf = ({ form }: Place, { id }: Typing): string => `${form}?typing=${id}`

export const previewRoutes = routes()
  .get("/listing-previews/:typing", async (c) => {
    const typing = await typingAsked(c)
    const page = await previewPage(c, typing)
    if (page) return c.html(drawPage(page))
    // What cannot be read yet is mended in the form.
    const { place } = await placeOf(c.var.context, typing)
    return seeOther(c, formOf(place, typing))
  })
  .post("/listing-previews/:typing", async (c) => {
    const { context, view } = c.var
    const earlier = await publishedBefore(c)
    if (earlier) return seeOther(c, earlier)
    const typing = await typingAsked(c)
    const { organisation, place, row } = await placeOf(context, typing)
    const form = formOf(place, typing)
    const { input } = parseTyped({ ...typing.typed, intent: ["publish"] }, writingForm(context, view.now))
    if (!input) return seeOther(c, form)
    let done: string | undefined
    return submitForm(c, {
      schema: z.object({}),
      run: async (commandContext) => {
        const saved = await saveWritten(commandContext, { organisation, row }, input).catch(forTheForm)
        if (!saved) return form
        done = saved.done
        await dropTyping(context, typing.id)
        return `/my/listings/${saved.id}`
      },
      again: async () => (await previewPage(c, typing)) ?? <></>,
      done: () => done,
    })
  })
  .post("/listing-typings/:typing/removal", async (c) => {
    const { context } = c.var
    const typing = await typingAsked(c)
    const { place } = await placeOf(context, typing)
    await dropTyping(context, typing.id)
    return seeOther(c, place.form, "listings:done.typing-dropped")
  })

type PreviewBarProps = {
  readonly view: View
  readonly typing: Typing
  readonly place: Place
  readonly waits: boolean
}

/** Above the page as everybody would see it: back to the form, or on. */
function PreviewBar({ view, typing, place, waits }: PreviewBarProps) {
  return (
    <Notice view={view} kind="info" title={view.t("listings:preview.title")}>
      <p>{view.t("listings:preview.text")}</p>
      <Form view={view} action={view.href(`/my/listing-previews/${typing.id}`)}>
        <Buttons>
          <Button>{view.t(publishWords(place.state, waits))}</Button>
          <ButtonLink kind="secondary" icon="back" href={view.href(place.form, { typing: typing.id })}>
            {view.t("listings:preview.back")}
          </ButtonLink>
        </Buttons>
      </Form>
    </Notice>
  )
}
