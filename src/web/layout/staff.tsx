import type { Child } from "#jsx"
import { Breadcrumbs, type Crumb } from "#web/ui/breadcrumbs.tsx"
import { EmergencyBanner } from "#web/ui/emergency-banner.tsx"
import { Icon, type IconName } from "#web/ui/icon.tsx"
import { FlashNotice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import { Document, type Island, type PageProps } from "./document.tsx"
import { Brand, DemoBanner, SkipLink } from "./parts.tsx"

export type Programme = {
  readonly label: Child
  readonly href: string
  readonly icon?: IconName
  /** How many wait for me there. */
  readonly count?: number
  readonly current?: boolean
}

type StaffPageProps = PageProps & {
  /** Instead of the programmes of the worn post. */
  readonly programmes?: readonly Programme[]
  readonly breadcrumbs?: readonly Crumb[]
  /** Words already searched for. */
  readonly words?: string
}

const always: readonly Island[] = ["office-keys", "quick-find"]

/** A page of the office: dense, quiet, fast by keyboard. */
export function StaffPage(props: StaffPageProps) {
  const { view, breadcrumbs = [], scripts = [] } = props
  return (
    <Document
      {...props}
      noindex
      surface="staff"
      styles={["main.css", "staff.css"]}
      scripts={[...always, ...scripts]}
    >
      <SkipLink view={view} />
      <EmergencyBanner view={view} />
      <DemoBanner view={view} />
      <TopBar {...props} />
      <div class="office">
        <Programmes view={view} programmes={props.programmes ?? view.programmes ?? []} />
        <main id="main" tabindex={-1} class="office-main">
          <Breadcrumbs view={view} items={breadcrumbs} />
          <FlashNotice view={view} />
          {props.children}
        </main>
      </div>
      <Keys view={view} />
    </Document>
  )
}

function TopBar({ view, words }: StaffPageProps) {
  return (
    <header class="office-bar">
      <Brand view={view} href={view.href("/staff")} />
      <QuickFind view={view} words={words ?? ""} />
      <div class="office-person">
        <WornHat view={view} />
        <details class="person-menu">
          <summary>
            <Icon name="person" />
            <span class="person-name">{view.person?.name}</span>
          </summary>
          <ul>
            <li>
              <a href={view.href("/")}>{view.t("web:office.portal")}</a>
            </li>
            <li>
              <a href={view.href("/my")}>{view.t("web:nav.my")}</a>
            </li>
            <li>
              <form method="post" action={view.href("/sign-out")}>
                <button type="submit" class="link-button">
                  {view.t("web:nav.sign-out")}
                </button>
              </form>
            </li>
          </ul>
        </details>
      </div>
    </header>
  )
}

/** The one search box: with script it answers while one types, without by Enter. */
function QuickFind({ view, words }: { readonly view: View; readonly words: string }) {
  return (
    <search class="office-search">
      <quick-find>
        <form method="get" action={view.href("/staff/find")}>
          {view.lang !== "ja" && <input type="hidden" name="lang" value={view.lang} />}
          <label class="visually-hidden" for="office-search">
            {view.t("web:office.search")}
          </label>
          <input
            class="input"
            type="search"
            id="office-search"
            name="q"
            value={words}
            maxlength={100}
            data-key="/"
            autocomplete="off"
            placeholder={view.text("web:office.search")}
          />
          <button type="submit">
            <Icon name="search" />
            <span class="visually-hidden">{view.t("web:search.find")}</span>
          </button>
        </form>
        <div class="quick-answers" hidden />
        <p class="visually-hidden" role="status" />
      </quick-find>
    </search>
  )
}

/** The hat one wears; who has several changes it here. */
function WornHat({ view }: { readonly view: View }) {
  const { hat, hats = [] } = view.person ?? {}
  if (!hat) return null
  const words = (
    <>
      <span class="visually-hidden">{view.t("web:office.hat")}</span>
      {hat}
    </>
  )
  if (hats.length < 2) return <p class="hat">{words}</p>
  return (
    <details class="person-menu hat-menu">
      <summary>
        <span class="hat">{words}</span>
      </summary>
      <ul>
        {hats
          .filter(({ worn }) => !worn)
          .map(({ id, label }) => (
            <li>
              <form method="post" action={view.href("/staff/hat")}>
                <input type="hidden" name="post" value={id} />
                <button type="submit" class="link-button">
                  {view.t("web:office.wear", { hat: label })}
                </button>
              </form>
            </li>
          ))}
      </ul>
    </details>
  )
}

function Programmes({
  view,
  programmes,
}: {
  readonly view: View
  readonly programmes: readonly Programme[]
}) {
  const list = <ProgrammeList programmes={programmes} />
  return (
    <>
      <nav class="programmes" aria-label={view.text("web:office.programmes")}>
        {list}
      </nav>
      <details class="programmes-menu">
        <summary>
          <Icon name="menu" />
          <span>{view.t("web:office.programmes")}</span>
        </summary>
        <nav aria-label={view.text("web:nav.menu")}>{list}</nav>
      </details>
    </>
  )
}

function ProgrammeList({ programmes }: { readonly programmes: readonly Programme[] }) {
  return (
    <ul>
      {programmes.map(({ label, href, icon, count, current }) => (
        <li>
          <a href={href} aria-current={current ? "page" : undefined}>
            {icon && <Icon name={icon} />}
            <span>{label}</span>
            {count !== undefined && count > 0 && <span class="count">{count}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}

const keys = ["/", "n", "j", "k", "?"] as const

/** The list of short keys; it opens with `?`, and the keys can be turned off in it. */
function Keys({ view }: { readonly view: View }) {
  return (
    <office-keys>
      <dialog class="dialog" aria-labelledby="keys-title">
        <h2 id="keys-title">{view.t("web:keys.title")}</h2>
        <dl class="keys">
          {keys.map((key, index) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{view.t(`web:keys.k${index + 1}`)}</dd>
            </div>
          ))}
        </dl>
        <label class="choice-label">
          <input class="choice-input" type="checkbox" checked />
          <span>{view.t("web:keys.use")}</span>
        </label>
        <form method="dialog">
          <button class="button" data-kind="secondary" data-size="medium" type="submit">
            <span>{view.t("web:close")}</span>
          </button>
        </form>
      </dialog>
    </office-keys>
  )
}
