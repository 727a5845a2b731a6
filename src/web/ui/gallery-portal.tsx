import { today } from "#web/dates.tsx"
import { PublicPage } from "#web/layout/public.tsx"
import type { View } from "#web/view.ts"
import { ActionBar } from "./action-bar.tsx"
import { Button, ButtonLink } from "./button.tsx"
import { Card, CardList } from "./card.tsx"
import { CopyLink } from "./copy-link.tsx"
import { DescriptionList } from "./description-list.tsx"
import { EmptyState } from "./empty-state.tsx"
import { FigureTile, FigureTiles } from "./figure-tile.tsx"
import { cards, say, wardOptions, wardTiles } from "./gallery-data.tsx"
import { Hero } from "./hero.tsx"
import { Notice } from "./notice.tsx"
import { Pagination } from "./pagination.tsx"
import { Phrase } from "./phrase.tsx"
import { SearchLine } from "./search-line.tsx"
import { Section } from "./section.tsx"
import { type ChipItem, Chips, Tag, Tags } from "./tag.tsx"
import { TileMap } from "./tile-map.tsx"
import { WeekStrip } from "./week-strip.tsx"

const chips = (view: View, chosen = ""): readonly ChipItem[] =>
  (
    [
      ["30", "clock", "30分から", "From 30 minutes", "{30分|さんじゅっぷん}から"],
      [
        "weekend",
        "calendar",
        "今週末",
        "This weekend",
        "{今週|こんしゅう}の {土曜日|どようび}と {日曜日|にちようび}",
      ],
      ["first", "sprout", "はじめて歓迎", "First-timers welcome", "はじめてでも いいです"],
      ["children", "child", "子どもと", "With children", "{子|こ}どもと"],
      ["online", "screen", "オンライン", "Online", "オンラインで"],
      ["skill", "star", "特技を生かす", "Use a skill", "できる ことを {使|つか}う"],
      ["open", "check", "今から申し込める", "Open for applications", "{今|いま}から できる"],
    ] as const
  ).map(([key, icon, ja, en, easy]) => ({
    label: say(view, ja, en, easy),
    icon,
    href: view.href("/listings", { feature: key }),
    chosen: key === chosen,
  }))

export function FrontPage({ view: given }: { readonly view: View }) {
  const view: View = { ...given, url: { path: "/", query: "" } }
  const first = today(view)
  const title =
    view.lang === "ja" ? (
      <Phrase text="あなたの30分が、だれかのうれしいになる。" />
    ) : (
      say(
        view,
        "",
        "Half an hour of yours can make somebody’s day.",
        "あなたの {30分|さんじゅっぷん}で だれかが うれしく なります。",
      )
    )
  return (
    <PublicPage view={view} title={view.text("web:nav.listings")} width="sections">
      <Hero
        title={title}
        lead={say(
          view,
          "大阪市で手伝えること、参加できることを探せます。",
          "Find what you can help with or join in Osaka City.",
          "{大阪市|おおさかし}で できる ことを {探|さが}せます。",
        )}
      >
        <SearchLine view={view} action="/listings" areas={wardOptions(view)} />
        <Chips label={view.text("web:search.words")} items={chips(view)} />
      </Hero>
      <Section
        id="areas"
        title={say(view, "区から探す", "Find by ward", "{区|く}から {探|さが}す")}
        more={{
          label: say(view, "地域のページ", "All areas", "{地域|ちいき}の ページ"),
          href: view.href("/areas"),
        }}
      >
        <TileMap view={view} label={view.text("web:nav.areas")} areas={wardTiles(view)} />
      </Section>
      <Section
        id="soon"
        title={say(view, "もうすぐ", "Soon", "もうすぐ")}
        more={{ label: say(view, "すべて見る", "See all", "ぜんぶ {見|み}る"), href: view.href("/listings") }}
        tinted
      >
        <CardList>
          {cards(view).map((card) => (
            <Card {...card} />
          ))}
        </CardList>
      </Section>
      <Section id="week" title={say(view, "今週", "This week", "{今週|こんしゅう}")}>
        <WeekStrip
          view={view}
          label={view.text("web:when")}
          days={[4, 12, 9, 0, 2, 3, 1].map((count, index) => ({
            day: first.add({ days: index }),
            href: view.href("/listings", { from: first.add({ days: index }).toString() }),
            count,
          }))}
        />
      </Section>
      <Section
        id="figures"
        title={say(view, "今年度の数字", "This fiscal year in figures", "{今年|ことし}の {数|かず}")}
        more={{ label: view.t("web:nav.figures"), href: view.href("/figures") }}
        tinted
      >
        <Figures view={view} />
      </Section>
    </PublicPage>
  )
}

function Figures({ view }: { readonly view: View }) {
  const note = say(view, "10月末現在", "As of 31 October", "{10月|じゅうがつ}まで")
  return (
    <FigureTiles>
      <FigureTile
        view={view}
        label={say(view, "情報の発信", "Listings published", "お{知|し}らせの {数|かず}")}
        value={1482}
        unit={say(view, "件", "listings", "{個|こ}")}
        note={note}
        href={view.href("/figures/published")}
      />
      <FigureTile
        view={view}
        label={say(view, "登録団体", "Registered groups", "グループの {数|かず}")}
        value={367}
        unit={say(view, "団体", "groups", "{個|こ}")}
        note={note}
        href={view.href("/figures/groups")}
      />
      <FigureTile
        view={view}
        label={say(view, "参加した人", "People who took part", "{来|き}た {人|ひと}")}
        value={undefined}
        unit=""
        note={note}
      />
    </FigureTiles>
  )
}

export function ListPage({ view, empty }: { readonly view: View; readonly empty?: boolean }) {
  const heading = say(
    view,
    "手伝えること・参加できること",
    "Things to help with and join",
    "できる ことを {探|さが}す",
  )
  return (
    <PublicPage
      view={view}
      title={view.text("web:nav.listings")}
      breadcrumbs={[
        { label: view.city.productName, href: view.href("/") },
        { label: view.t("web:nav.listings") },
      ]}
    >
      <h1>{heading}</h1>
      <SearchLine view={view} action="/listings" words="防災" area="abeno" areas={wardOptions(view)} />
      <Chips label={view.text("web:search.words")} items={chips(view, "first")} />
      {empty ? (
        <EmptyState
          title={say(view, "合うものがまだありません", "Nothing fits yet", "まだ ありません")}
          action={
            <ButtonLink kind="secondary" href={view.href("/listings")}>
              {say(view, "条件を外して見る", "See everything", "ぜんぶ {見|み}る")}
            </ButtonLink>
          }
        >
          <p>
            {say(view, "見つかると、ここに並びます。", "What fits will stand here.", "ここに {出|で}ます。")}
          </p>
        </EmptyState>
      ) : (
        <>
          <p>{view.t("web:count", { count: 128 })}</p>
          <CardList>
            {cards(view).map((card) => (
              <Card {...card} heading="h2" />
            ))}
          </CardList>
          <Pagination view={view} page={6} pages={11} />
        </>
      )}
    </PublicPage>
  )
}

export function ListingPage({ view }: { readonly view: View }) {
  const card = cards(view)[0]
  if (!card) return null
  const apply = say(view, "申し込む", "Apply", "{申|もう}し{込|こ}む")
  return (
    <PublicPage
      view={{
        ...view,
        flash: {
          kind: "success",
          message: say(view, "「気になる」に入れました", "Kept for later", "{入|い}れました"),
        },
      }}
      title={card.title}
      breadcrumbs={[
        { label: view.city.productName, href: view.href("/") },
        { label: view.t("web:nav.listings"), href: view.href("/listings") },
        { label: card.title, lang: view.lang === "en" ? "ja" : undefined },
      ]}
      scripts={["copy-link"]}
    >
      <div class="stack">
        <Tags>
          <Tag kind="kind" icon={card.kind.icon}>
            {card.kind.label}
          </Tag>
          <Tag kind="first" icon="sprout">
            {say(view, "はじめて歓迎", "First-timers welcome", "はじめてでも いいです")}
          </Tag>
        </Tags>
        <h1 lang={view.lang === "en" ? "ja" : undefined}>
          <Phrase text={card.title} />
        </h1>
        <p>
          <a href={view.href("/organisations/0123456789")}>あべのひろば実行委員会</a>
        </p>
      </div>
      <div class="listing">
        <div class="stack">
          <div class="prose" lang={view.lang === "en" ? "ja" : undefined}>
            <p>
              夕方、子どもたちといっしょに食卓を囲む場所です。できあがった料理を器に盛り、席まで運び、片づけます。
              はじめての日は、経験のある人と二人で動きます。
            </p>
            <p>月に2回来られる人がいると、毎週開けるようになります。</p>
          </div>
          <DescriptionList
            items={[
              { term: view.t("web:when"), detail: card.when },
              { term: view.t("web:where"), detail: card.where },
              {
                term: say(view, "持ち物", "Bring", "{持|も}って くる もの"),
                detail: "エプロン、三角巾",
                lang: "ja",
              },
              {
                term: say(view, "費用", "Fee", "お{金|かね}"),
                detail: say(view, "かかりません", "None", "いりません"),
              },
              {
                term: say(view, "答える人", "Who answers", "{答|こた}える {人|ひと}"),
                detail: "山田さん（2日以内）",
              },
            ]}
          />
        </div>
        <div class="aside">
          <Notice view={view} kind="info">
            <p>
              {say(
                view,
                "申し込みは今日の15時までです。",
                "Apply by 15:00 today.",
                "{今日|きょう}の {午後|ごご}3{時|じ}までです。",
              )}
            </p>
          </Notice>
          <CopyLink view={view} address="https://enishi.example/listings/0123456789" />
        </div>
      </div>
      <ActionBar label={view.text("web:nav.main")}>
        <ButtonLink size="large" href={view.href("/listings/0123456789/apply")}>
          {apply}
        </ButtonLink>
        <Button kind="secondary" size="large" icon="heart" type="button">
          {say(view, "気になる", "Keep", "{後|あと}で {見|み}る")}
        </Button>
      </ActionBar>
    </PublicPage>
  )
}
