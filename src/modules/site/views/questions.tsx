import { Icon } from "#web/ui/icon.tsx"
import type { View } from "#web/view.ts"
import { findQuestions, headingId, type Question, questionsOf } from "../schema/headings.ts"
import { Markdown, WithReadings } from "./markdown.tsx"
import { langOf, type ReadText } from "./written.tsx"

type QuestionsProps = {
  readonly view: View
  readonly path: string
  readonly text: ReadText
  readonly words: string
}

/** Questions people ask, with a search that needs no script; each has an address of its own. */
export function Questions({ view, path, text, words }: QuestionsProps) {
  const all = questionsOf(text.body)
  const found = words === "" ? all : findQuestions(all, words)
  const groups = [...Map.groupBy(found, ({ group }) => group)]
  const easy = text.lang === "ja-easy"
  return (
    <>
      <Search view={view} path={path} words={words} />
      {words !== "" && (
        <p role="status">
          {view.t("site:faq.found", { count: found.length })}{" "}
          <a href={view.href(path)}>{view.t("site:faq.all")}</a>
        </p>
      )}
      {found.length === 0 && (
        <p>
          <a href={view.href("/pages/contact")}>{view.t("site:faq.ask")}</a>
        </p>
      )}
      <div lang={langOf(view, text.lang)}>
        {groups.map(([group, questions]) => (
          <section class="faq-group" aria-labelledby={`group-${headingId(group)}`}>
            <h2 id={`group-${headingId(group)}`}>{easy ? <WithReadings text={group} /> : group}</h2>
            {questions.map((question) => (
              <Answered view={view} question={question} easy={easy} />
            ))}
          </section>
        ))}
      </div>
    </>
  )
}

type AnsweredProps = { readonly view: View; readonly question: Question; readonly easy: boolean }

function Answered({ view, question: { id, text, answer }, easy }: AnsweredProps) {
  return (
    <section class="faq" aria-labelledby={id}>
      <h3 id={id}>
        <a href={`#${id}`}>{easy ? <WithReadings text={text} /> : text}</a>
      </h3>
      <div class="prose">
        <Markdown body={answer} readings={easy} href={view.href} prefix={`${id}-`} />
      </div>
    </section>
  )
}

function Search({ view, path, words }: Pick<QuestionsProps, "view" | "path" | "words">) {
  return (
    <search>
      <form class="faq-search" method="get" action={path}>
        {view.lang !== "ja" && <input type="hidden" name="lang" value={view.lang} />}
        <label class="field-label" for="faq-words">
          {view.t("site:faq.search")}
        </label>
        <div class="faq-search-line">
          <input class="input" type="search" id="faq-words" name="q" value={words} autocomplete="off" />
          <button class="button" data-kind="primary" data-size="medium" type="submit">
            <Icon name="search" />
            <span>{view.t("site:faq.find")}</span>
          </button>
        </div>
      </form>
    </search>
  )
}
