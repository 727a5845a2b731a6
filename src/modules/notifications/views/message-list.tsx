import type { Page } from "#kernel/paging.ts"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import type { Child, View } from "#web/view.ts"
import type { Message } from "../queries.ts"
import { MessageCard } from "./message.tsx"

type MessageListProps = {
  readonly view: View
  readonly page: Page<Message>
  readonly none: Child
  readonly withAddress?: boolean
}

export function MessageList({ view, page, none, withAddress = false }: MessageListProps) {
  if (page.total === 0) return <EmptyState title={none} />
  return (
    <>
      {page.rows.map((message) => (
        <MessageCard view={view} message={message} withAddress={withAddress} />
      ))}
      <Pagination view={view} page={page.page} pages={Math.ceil(page.total / page.size)} />
    </>
  )
}
