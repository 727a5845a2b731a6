import type { View } from "#web/view.ts"
import { Icon } from "./icon.tsx"

type SearchLineProps = {
  readonly view: View
  readonly action: string
  readonly words?: string
  readonly area?: string
  /** Wards in code order; a city without wards gives none. */
  readonly areas: readonly { readonly value: string; readonly label: string }[]
}

/** One line: words, ward, 「見つける」. */
export function SearchLine({ view, action, words = "", area = "", areas }: SearchLineProps) {
  return (
    <search>
      <form class="search-line" method="get" action={action}>
        {view.lang !== "ja" && <input type="hidden" name="lang" value={view.lang} />}
        <div class="search-line-part" data-part="words">
          <label for="search-words">{view.t("web:search.words")}</label>
          <input
            class="input"
            type="search"
            id="search-words"
            name="q"
            value={words}
            autocomplete="off"
            placeholder={view.text("web:search.example")}
            enterkeyhint="search"
          />
        </div>
        {areas.length > 0 && (
          <div class="search-line-part" data-part="area">
            <label for="search-area">{view.t("web:search.area")}</label>
            <span class="select">
              <select class="input" id="search-area" name="area">
                <option value="">{view.text("web:search.all-areas")}</option>
                {areas.map(({ value, label }) => (
                  <option value={value} selected={value === area}>
                    {label}
                  </option>
                ))}
              </select>
            </span>
          </div>
        )}
        <button class="button" data-kind="primary" data-size="large" type="submit">
          <Icon name="search" />
          <span>{view.t("web:search.find")}</span>
        </button>
      </form>
    </search>
  )
}
