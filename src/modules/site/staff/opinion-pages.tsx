import type { Actor } from "#kernel/actor.ts"
import type { Page } from "#kernel/paging.ts"
import { Day, Moment } from "#web/dates.tsx"
import { type FormState, typedValue } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { CheckboxField } from "#web/ui/choice-fields.tsx"
import { ConflictPanel } from "#web/ui/conflict-panel.tsx"
import { DescriptionList } from "#web/ui/description-list.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table } from "#web/ui/table.tsx"
import { Chips, Tag } from "#web/ui/tag.tsx"
import { TextareaField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { OpinionRecord } from "../queries/opinions.ts"
import { opinion as flow, type Opinion, type OpinionState } from "../schema/opinions.ts"
import { SiteTabs } from "../views/site-tabs.tsx"

type OfficeOpinionsProps = {
  readonly view: View
  readonly actor: Actor
  readonly state: OpinionState | "open" | "all"
  readonly page: Page<Opinion>
}

/** What people wrote about the site, the newest first. */
export function OfficeOpinions({ view, actor, state, page }: OfficeOpinionsProps) {
  return (
    <StaffPage view={view} title={view.text("site:office.opinions")}>
      <h1>{view.t("site:office.title")}</h1>
      <SiteTabs view={view} actor={actor} />
      <Chips
        label={view.text("site:list.state")}
        items={(["open", "answered", "closed", "all"] as const).map((each) => ({
          label: view.t(`site:opinion-state.${each}`),
          href: view.href("/staff/site/opinions", { state: each }),
          chosen: each === state,
        }))}
      />
      {page.total === 0 ? (
        <EmptyState title={view.t("site:answer.none")} />
      ) : (
        <Opinions view={view} page={page} />
      )}
      <Pagination view={view} page={page.page} pages={Math.ceil(page.total / page.size)} />
    </StaffPage>
  )
}

function Opinions({ view, page }: Pick<OfficeOpinionsProps, "view" | "page">) {
  return (
    <Table
      id="opinions"
      caption={view.t("site:office.opinions")}
      captionHidden
      columns={[
        { label: view.t("site:opinion.text") },
        { label: view.t("site:list.state") },
        { label: view.t("site:version.at") },
        { label: view.t("site:answer.due") },
      ]}
      rows={page.rows.map((row) => ({
        cells: [
          <a href={view.href(`/staff/site/opinions/${row.publicId}`)}>{beginningOf(row.text)}</a>,
          <Tag kind={row.state === "answered" ? "good" : "plain"}>
            {view.t(`site:opinion-state.${row.state}`)}
          </Tag>,
          <Moment view={view} at={row.at} />,
          row.state === "received" || row.state === "considering" ? <Day view={view} day={row.dueOn} /> : "",
        ],
      }))}
    />
  )
}

/** Enough to know it again. */
export const beginningOf = (text: string): string => {
  const letters = [...text.replaceAll(/\s+/g, " ")]
  return letters.length > 40 ? `${letters.slice(0, 40).join("")}…` : letters.join("")
}

type OpinionRecordPageProps = {
  readonly view: View
  readonly record: OpinionRecord
  readonly form: FormState
  readonly mayAnswer: boolean
}

export function OpinionRecordPage(props: OpinionRecordPageProps) {
  const { view, record, form, mayAnswer } = props
  const { opinion, writer } = record
  const title = beginningOf(opinion.text)
  const labels = fieldLabels(view)
  return (
    <StaffPage
      view={view}
      title={title}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("site:office.opinions"), href: view.href("/staff/site/opinions") },
        { label: title },
      ]}
    >
      <h1>{view.t("site:answer.title")}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      {form.conflict && <ConflictPanel view={view} fields={conflicts(view, form)} />}
      <blockquote class="voice">
        <p class="preserved" lang={opinion.lang === "en" ? "en" : "ja"}>
          {opinion.text}
        </p>
      </blockquote>
      <DescriptionList
        items={[
          { term: view.t("site:list.state"), detail: view.t(`site:opinion-state.${opinion.state}`) },
          { term: view.t("site:version.at"), detail: <Moment view={view} at={opinion.at} /> },
          { term: view.t("site:answer.due"), detail: <Day view={view} day={opinion.dueOn} near={false} /> },
          {
            term: view.t("site:answer.page"),
            detail: opinion.page && <a href={view.href(opinion.page)}>{opinion.page}</a>,
          },
          { term: view.t("site:answer.writer"), detail: writerText(writer) },
          {
            term: view.t("site:answer.allowed"),
            detail: view.t(opinion.mayPublish ? "site:answer.yes" : "site:answer.no"),
          },
        ]}
      />
      {mayAnswer && opinion.state !== "closed" && <Answering {...props} />}
    </StaffPage>
  )
}

const writerText = (writer: OpinionRecord["writer"]): string =>
  writer ? [writer.name, writer.address].filter((part) => part !== "").join(" ") : ""

const fieldLabels = (view: View) => ({
  answer: view.text("site:answer.answer"),
  change: view.text("site:answer.change"),
  publish: view.text("site:answer.publish"),
  publicText: view.text("site:answer.public-text"),
})

const conflicts = (view: View, form: FormState) =>
  (["answer", "change", "publicText"] as const).map((name) => ({
    label: fieldLabels(view)[name],
    mine: typedValue(form, name),
    theirs: form.conflict?.current[name] ?? "",
  }))

function Answering({ view, record: { opinion }, form }: OpinionRecordPageProps) {
  const field = fieldsOf(view, form)
  const labels = fieldLabels(view)
  const version = form.conflict?.version ?? Number(typedValue(form, "_version") || opinion.version)
  return (
    <section class="record-action" aria-labelledby="answering">
      <h2 id="answering">{view.t("site:answer.do")}</h2>
      <Form
        view={view}
        action={view.href(`/staff/site/opinions/${opinion.publicId}/answer`)}
        version={version}
      >
        <TextareaField
          {...field("answer")}
          label={labels.answer}
          hint={view.t("site:answer.answer-hint")}
          rows={6}
        />
        <TextareaField
          {...field("change")}
          label={labels.change}
          hint={view.t("site:answer.change-hint")}
          rows={2}
        />
        {opinion.mayPublish && (
          <>
            <CheckboxField
              {...field("publish")}
              value="yes"
              checked={typedValue(form, "publish") === "yes"}
              label={labels.publish}
            />
            <TextareaField
              {...field("publicText")}
              label={labels.publicText}
              hint={view.t("site:answer.public-text-hint")}
              rows={4}
            />
          </>
        )}
        <Buttons>
          <Button name="event" value="answer">
            {view.t(opinion.state === "answered" ? "site:answer.save" : "site:answer.do")}
          </Button>
          {flow.events.consider.from.some((from) => from === opinion.state) && (
            <Button name="event" value="consider" kind="secondary">
              {view.t("site:answer.consider")}
            </Button>
          )}
          {flow.events.close.from.some((from) => from === opinion.state) && (
            <Button name="event" value="close" kind="secondary">
              {view.t("site:answer.close")}
            </Button>
          )}
        </Buttons>
      </Form>
    </section>
  )
}
