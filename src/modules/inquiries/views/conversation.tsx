import type { Child } from "#jsx"
import { Moment } from "#web/dates.tsx"
import type { View } from "#web/view.ts"
import type { InquiryMessage } from "../queries/records.ts"
import type { Thread } from "../queries/thread.ts"
import type { Side } from "../schema.ts"

type ConversationProps = { readonly view: View; readonly thread: Thread; readonly side: Side }

/** What was said, in its order. Whoever asked reads the group's name; its own people read who answered. */
export function Conversation({ view, thread, side }: ConversationProps) {
  return (
    <ol class="conversation" aria-label={view.text("inquiries:conversation")}>
      {thread.messages.map((message) => (
        <li class="said" data-own={message.side === side ? "true" : undefined}>
          <p class="said-who">
            <strong>{whoSaid(view, thread, message, side)}</strong>
            <Moment view={view} at={message.at} />
            {message.channel === "mail" && <span>{view.t("inquiries:by-mail")}</span>}
          </p>
          <div class="said-words">
            {message.body === "" ? view.t("inquiries:forgotten.words") : message.body}
          </div>
        </li>
      ))}
    </ol>
  )
}

const whoSaid = (view: View, { group }: Thread, message: InquiryMessage, reader: Side): Child => {
  if (message.name === "") return view.t(`inquiries:side.${message.side}`)
  if (message.side !== "group") return message.name
  return reader === "asker" ? group.name : `${group.name}（${message.name}）`
}
