import { Moment } from "#web/dates.tsx"
import { DescriptionList } from "#web/ui/description-list.tsx"
import { ButtonLink } from "#web/ui/button.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import type { Message } from "../queries.ts"

type MessageCardProps = {
  readonly view: View
  readonly message: Message
  /** Whose mailbox it is need not be said on one's own page. */
  readonly withAddress?: boolean
}

/** One mail as it was sent: a heading, its text, and its link. */
export function MessageCard({ view, message, withAddress }: MessageCardProps) {
  const lang = contentLang(view, message.lang === "en" ? "en" : "ja")
  return (
    <article class="card">
      <div class="card-body">
        <p class="card-kind">
          <Moment view={view} at={message.createdAt} />
        </p>
        <h2 class="card-title" lang={lang}>
          {message.subject}
        </h2>
        {withAddress && (
          <DescriptionList items={[{ term: view.t("notifications:to"), detail: message.address }]} />
        )}
        <div class="prose" lang={lang}>
          {paragraphs(message.body).map((lines) => (
            <p>{broken(lines)}</p>
          ))}
        </div>
        {message.link && (
          <p>
            <ButtonLink kind="secondary" icon="link" href={view.href(ownPath(message.link))}>
              {view.t("notifications:open")}
            </ButtonLink>
          </p>
        )}
      </div>
    </article>
  )
}

const paragraphs = (body: string): readonly (readonly string[])[] =>
  body.split(/\n{2,}/).map((paragraph) => paragraph.split("\n"))

const broken = (lines: readonly string[]) =>
  lines.map((line, index) =>
    index === 0 ? (
      line
    ) : (
      <>
        <br />
        {line}
      </>
    ),
  )

/** Mail carries whole addresses; on the site itself the path is enough, whatever name it is reached by. */
const ownPath = (link: string): string => {
  const url = URL.parse(link)
  return url ? `${url.pathname}${url.search}` : link
}
