import { PageNotices } from "./notices.tsx"
import type { View } from "#web/view.ts"
import { Tags } from "#web/ui/tag.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import { NameText } from "#modules/organisations"
import type { Thread } from "../queries/thread.ts"
import type { Side } from "../schema.ts"
import { StateTag } from "./labels.tsx"

type HeadProps = { readonly view: View; readonly thread: Thread; readonly side: Side }

/** Who asks whom about what, and how it stands. */
export function ThreadHead({ view, thread, side }: HeadProps) {
  const { record, group, listing } = thread
  return (
    <header class="stack">
      <h1>
        {side === "asker" || record.askerName === "" ? (
          <>
            {view.t("inquiries:page.to")} <NameText view={view} organisation={group} />
          </>
        ) : (
          view.t("inquiries:page.from", { name: record.askerName })
        )}
      </h1>
      <Tags>
        <StateTag view={view} state={record.state} />
      </Tags>
      {side !== "asker" && (
        <p>
          {view.t("inquiries:page.group")}{" "}
          <a href={view.href(`/organisations/${group.publicId}`)}>
            <NameText view={view} organisation={group} />
          </a>
        </p>
      )}
      {listing && (
        <p>
          {view.t("inquiries:page.about")}{" "}
          <a href={view.href(`/listings/${listing.publicId}`)} lang={contentLang(view, "ja")}>
            {listing.title}
          </a>
        </p>
      )}
      <PageNotices view={view} thread={thread} side={side} />
    </header>
  )
}
