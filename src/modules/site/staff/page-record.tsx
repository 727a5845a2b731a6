import { type Actor, isAllowed } from "#kernel/actor.ts"
import { Moment } from "#web/dates.tsx"
import { type FormState, typedValue } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { CheckboxField, RadiosField } from "#web/ui/choice-fields.tsx"
import { DateField, TimeField } from "#web/ui/date-field.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { FieldRow, Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { canPublishPage, canWritePage } from "../policy.ts"
import type { PageRecord } from "../queries/office-pages.ts"
import { standingOf, type Version } from "../schema/pages.ts"
import { nameOf } from "./page-list.tsx"

type PageRecordProps = {
  readonly view: View
  readonly actor: Actor
  readonly record: PageRecord
  readonly form: FormState
}

/** One text of the site: what is next to do, and all its versions. */
export function PageRecordPage(props: PageRecordProps) {
  const { view, actor, record, form } = props
  const { page, versions } = record
  const title = nameOf(view, { ...page, title: versions[0]?.contents.ja.title ?? page.slug })
  const labels = { day: view.t("site:publish.day"), time: view.t("site:publish.time") }
  return (
    <StaffPage
      view={view}
      title={title}
      scripts={["submit-once"]}
      breadcrumbs={[{ label: view.t("site:office.title"), href: view.href("/staff/site") }, { label: title }]}
    >
      <h1>{title}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      {form.conflict && (
        <Notice view={view} kind="warning" title={view.t("web:error.moved-on")}>
          <p>{view.t("site:publish.moved-on")}</p>
        </Notice>
      )}
      <Buttons>
        {isAllowed(canWritePage(actor)) && (
          <ButtonLink href={view.href(`/staff/site/pages/${page.slug}/edit`)} icon="edit" shortKey="n">
            {view.t("site:edit.heading")}
          </ButtonLink>
        )}
        {page.kind !== "purpose" && (
          <ButtonLink href={view.href(`/pages/${page.slug}`)} kind="secondary">
            {view.t("site:publish.see")}
          </ButtonLink>
        )}
      </Buttons>
      {isAllowed(canPublishPage(actor)) && <Publishing {...props} />}
      <h2>{view.t("site:version.all")}</h2>
      <Versions {...props} />
    </StaffPage>
  )
}

function Publishing(props: PageRecordProps) {
  const { record } = props
  if (record.next) return <Scheduled {...props} next={record.next} />
  const [latest] = record.versions
  if (!latest || latest.publishAt !== null) return null
  return <Publish {...props} latest={latest} />
}

function Scheduled({ view, record, next }: PageRecordProps & { readonly next: Version }) {
  return (
    <Notice view={view} kind="info" title={view.t("site:publish.scheduled", { number: next.number })}>
      <p>{next.publishAt && <Moment view={view} at={next.publishAt} />}</p>
      <Form view={view} action={view.href(`/staff/site/pages/${record.page.slug}/unscheduling`)}>
        <Button kind="secondary">{view.t("site:publish.unschedule")}</Button>
      </Form>
    </Notice>
  )
}

function Publish({ view, record, form, latest }: PageRecordProps & { readonly latest: Version }) {
  const { slug, kind } = record.page
  const field = fieldsOf(view, form)
  return (
    <section class="record-action" aria-labelledby="publish">
      <h2 id="publish">{view.t("site:publish.title", { number: latest.number })}</h2>
      <p>
        <a href={view.href(`/staff/site/pages/${slug}/versions/${latest.number}`, against(record))}>
          {view.t("site:publish.differences")}
        </a>
      </p>
      <Form view={view} action={view.href(`/staff/site/pages/${slug}/publication`)} version={latest.number}>
        <RadiosField
          view={view}
          name="when"
          label={view.t("site:publish.when")}
          value={typedValue(form, "when") || "now"}
          options={(["now", "later"] as const).map((value) => ({
            value,
            label: view.t(`site:publish.${value}`),
          }))}
          required
        />
        <FieldRow>
          <DateField {...field("day")} label={view.t("site:publish.day")} />
          <TimeField {...field("time")} label={view.t("site:publish.time")} />
        </FieldRow>
        {kind === "terms" && (
          <CheckboxField
            {...field("consent")}
            value="yes"
            checked={typedValue(form, "consent") === "yes"}
            label={view.t("site:publish.consent")}
            hint={view.t("site:publish.consent-hint")}
          />
        )}
        <Button>{view.t("site:publish.do")}</Button>
      </Form>
    </section>
  )
}

const against = ({ current }: PageRecord) => (current ? { against: String(current.number) } : {})

function Versions({ view, record }: PageRecordProps) {
  const { page, versions, current, names } = record
  return (
    <Table
      id="versions"
      caption={view.t("site:version.all")}
      captionHidden
      columns={[
        { label: view.t("site:version.number") },
        { label: view.t("site:list.state") },
        { label: view.t("site:version.at") },
        { label: view.t("site:version.who") },
        { label: view.t("site:edit.why") },
      ]}
      rows={versions.map((version) => {
        const standing = standingOf(version, current?.id, view.now)
        return {
          cells: [
            <a href={view.href(`/staff/site/pages/${page.slug}/versions/${version.number}`)}>
              {view.t("site:page.version", { number: version.number })}
            </a>,
            <>
              <Tag kind={standing === "public" ? "good" : standing === "scheduled" ? "first" : "plain"}>
                {view.t(`site:standing.${standing}`)}
              </Tag>{" "}
              {version.asksConsent && <Tag>{view.t("site:publish.asked")}</Tag>}
            </>,
            <Moment view={view} at={version.at} />,
            version.accountId ? (names.get(version.accountId) ?? "") : view.t("site:version.shipped"),
            version.why,
          ],
        }
      })}
    />
  )
}
