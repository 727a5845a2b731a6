import { Day } from "#web/dates.tsx"
import { PrintPage } from "#web/layout/print.tsx"
import { type Programme, StaffPage } from "#web/layout/staff.tsx"
import type { View } from "#web/view.ts"
import { Button, ButtonLink, Buttons } from "./button.tsx"
import { SelectField } from "./choice-fields.tsx"
import { DescriptionList } from "./description-list.tsx"
import { Form } from "./form.tsx"
import { say, wardOptions } from "./gallery-data.tsx"
import { Pagination } from "./pagination.tsx"
import { Steps } from "./steps.tsx"
import { Table } from "./table.tsx"
import { Tabs } from "./tabs.tsx"
import { Tag } from "./tag.tsx"
import { TextareaField, TextField } from "./text-field.tsx"
import { Timeline } from "./timeline.tsx"

const officer = (view: View): View => ({
  ...view,
  person: { name: "大阪 太郎", hat: "阿倍野区役所 市民協働課・承認者", isStaff: true },
})

const programmes = (view: View, current: string): readonly Programme[] =>
  (
    [
      ["", "clock", "今日", "Today", 7],
      ["/organisations", "people", "団体の登録", "Groups", 3],
      ["/listings", "calendar", "掲載", "Listings", 4],
      ["/figures", "chart", "実績", "Figures", 0],
      ["/people", "person", "担当と権限", "Posts", 0],
      ["/audit", "history", "記録", "Audit", 0],
    ] as const
  ).map(([path, icon, ja, en, count]) => ({
    label: say(view, ja, en, ja),
    icon,
    href: `/staff${path}`,
    count,
    current: path === current,
  }))

export function TodayPage({ view: given, rows = 12 }: { readonly view: View; readonly rows?: number }) {
  const view = officer(given)
  const first = Temporal.PlainDate.from("2026-11-17")
  return (
    <StaffPage view={view} title={view.text("web:office.today")} programmes={programmes(view, "")}>
      <div class="record-head">
        <h1>{view.t("web:office.today")}</h1>
        <ButtonLink kind="secondary" icon="plus" href="/staff/organisations/new" shortKey="n">
          {say(view, "紙で届いた登録を入力", "Enter a paper registration", "")}
        </ButtonLink>
      </div>
      <Tabs
        label={view.text("web:office.today")}
        items={[
          { label: say(view, "待っているもの", "Waiting", ""), href: "/staff", count: rows, current: true },
          { label: say(view, "昨日からの変化", "Since yesterday", ""), href: "/staff/changes", count: 18 },
        ]}
      />
      <form class="filters" method="get" action="/staff">
        <TextField view={view} name="q" label={say(view, "ことば", "Words", "")} type="search" mark={false} />
        <SelectField
          view={view}
          name="area"
          label={say(view, "区", "Ward", "")}
          options={wardOptions(view)}
          empty="—"
          mark={false}
        />
        <Button kind="secondary">{say(view, "絞り込む", "Filter", "")}</Button>
      </form>
      <Table
        id="waiting"
        caption={say(view, "期限の早い順", "Earliest due first", "")}
        columns={[
          { label: say(view, "件名", "Subject", "") },
          { label: say(view, "事業", "Programme", ""), sort: { href: "?sort=programme" } },
          { label: say(view, "状態", "State", "") },
          { label: say(view, "期限", "Due", ""), sort: { href: "?sort=-due", now: "ascending" } },
          { label: say(view, "経過", "Days", ""), numeric: true },
        ]}
        rows={Array.from({ length: rows }, (_, index) => ({
          alert: index < 2,
          cells: [
            <a href={`/staff/organisations/${index}`}>{subjects[index % subjects.length]}</a>,
            say(view, "団体の登録", "Groups", ""),
            index < 2 ? (
              <Tag kind="alert" icon="warning">
                {say(view, "期限切れ", "Overdue", "")}
              </Tag>
            ) : (
              <Tag>{say(view, "確認待ち", "To check", "")}</Tag>
            ),
            <Day view={view} day={first.add({ days: index })} />,
            12 - (index % 12),
          ],
        }))}
      />
      <Pagination view={{ ...view, url: { path: "/staff", query: "" } }} page={1} pages={3} />
    </StaffPage>
  )
}

const subjects = [
  "あべのひろば実行委員会",
  "特定非営利活動法人　こどもとまちをつなぐ大阪ネットワーク阿倍野支部",
  "阪南見守り隊",
  "ながい緑の会",
  "王子町手話サークル",
] as const

export function RecordPage({ view: given }: { readonly view: View }) {
  const view: View = {
    ...officer(given),
    flash: {
      kind: "success",
      message: say(
        given,
        "差し戻しました。団体にメールで知らせました。",
        "Returned. The group has been told by mail.",
        "",
      ),
    },
  }
  return (
    <StaffPage
      view={view}
      title="あべのひろば実行委員会"
      programmes={programmes(view, "/organisations")}
      breadcrumbs={[
        { label: say(view, "団体の登録", "Groups", ""), href: "/staff/organisations" },
        { label: <span lang="ja">あべのひろば実行委員会</span> },
      ]}
    >
      <h1 lang="ja">あべのひろば実行委員会</h1>
      <Steps
        view={view}
        label={say(view, "登録の状態", "State", "") as string}
        steps={[
          { label: say(view, "申請", "Submitted", ""), state: "done", note: "11月10日" },
          { label: say(view, "確認", "Checked", ""), state: "now" },
          { label: say(view, "公開", "Published", ""), state: "next" },
        ]}
      />
      <div class="record">
        <div class="stack">
          <section class="record-action" aria-labelledby="next">
            <h2 id="next">{say(view, "次にすること", "Next", "")}</h2>
            <Form view={view} action="/staff/organisations/1/decision" version={2}>
              <TextareaField
                view={view}
                name="reason"
                label={say(view, "団体へ伝えること", "Word to the group", "")}
                rows={3}
                hint={say(
                  view,
                  "差し戻すときは理由を書いてください。",
                  "Give the reason when you return it.",
                  "",
                )}
              />
              <Buttons>
                <Button name="decision" value="approve" icon="check">
                  {say(view, "承認して公開する", "Approve and publish", "")}
                </Button>
                <Button name="decision" value="return" kind="secondary">
                  {say(view, "差し戻す", "Return", "")}
                </Button>
                <Button name="decision" value="refuse" kind="danger">
                  {say(view, "登録しない", "Refuse", "")}
                </Button>
              </Buttons>
            </Form>
          </section>
          <DescriptionList
            items={[
              { term: say(view, "受付番号", "Number", ""), detail: "阿倍野-令和8-0031" },
              {
                term: say(view, "種類", "Kind", ""),
                detail: say(view, "任意の団体", "Unincorporated group", ""),
              },
              {
                term: say(view, "目的", "Purpose", ""),
                detail: "子どもたちが夕方に安心して過ごせる場所をつくる。\n月に2回、食事を出している。",
              },
              { term: say(view, "連絡先", "Contact", ""), detail: "山田 花子　06-6208-0000" },
              { term: say(view, "備考", "Note", ""), detail: "" },
            ]}
          />
        </div>
        <section class="stack" aria-labelledby="history">
          <h2 id="history">{say(view, "これまで", "History", "")}</h2>
          <Timeline
            view={view}
            label={say(view, "これまで", "History", "") as string}
            entries={[
              {
                at: Temporal.Instant.from("2026-11-12T01:20:00Z"),
                what: say(view, "差し戻し", "Returned", ""),
                who: "大阪 太郎（承認者）",
                detail: "連絡先の電話番号を確かめてください。",
                icon: "back",
              },
              {
                at: Temporal.Instant.from("2026-11-10T09:05:00Z"),
                what: say(view, "申請", "Submitted", ""),
                who: "山田 花子",
                icon: "edit",
              },
            ]}
          />
        </section>
      </div>
    </StaffPage>
  )
}

export function PaperPage({ view }: { readonly view: View }) {
  return (
    <PrintPage view={view} title="団体登録のお知らせ">
      <p>あべのひろば実行委員会　御中</p>
      <p>貴団体を登録しましたのでお知らせします。</p>
      <DescriptionList items={[{ term: "受付番号", detail: "阿倍野-令和8-0031" }]} />
    </PrintPage>
  )
}
