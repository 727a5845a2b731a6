import type { Child } from "#jsx"
import { Breadcrumbs, type Crumb } from "#web/ui/breadcrumbs.tsx"
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
  /** Where the search of the office leads; without it there is no box. */
  readonly search?: string
  /** Other hats this person may put on. */
  readonly hats?: Child
}

const always: readonly Island[] = ["office-keys"]

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

function TopBar({ view, search, words, hats }: StaffPageProps) {
  return (
    <header class="office-bar">
      <Brand view={view} href={view.href("/staff")} />
      {search && (
        <search class="office-search">
          <form method="get" action={search}>
            <label class="visually-hidden" for="office-search">
              {view.t("web:office.search")}
            </label>
            <input
              class="input"
              type="search"
              id="office-search"
              name="q"
              value={words ?? ""}
              data-key="/"
              autocomplete="off"
              placeholder={view.text("web:office.search")}
            />
            <button type="submit">
              <Icon name="search" />
              <span class="visually-hidden">{view.t("web:search.find")}</span>
            </button>
          </form>
        </search>
      )}
      <div class="office-person">
        {view.person?.hat && (
          <p class="hat">
            <span class="visually-hidden">{view.t("web:office.hat")}</span>
            {view.person.hat}
          </p>
        )}
        {hats}
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
