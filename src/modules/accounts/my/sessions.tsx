import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { Moment, momentText } from "#web/dates.tsx"
import { submitForm } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { authOf } from "../auth/auth.ts"
import { listSessions, type Session } from "../auth/sessions.ts"
import { endOtherSessions, endSession } from "../commands/own-account.ts"
import { nothing } from "../schema.ts"
import { deviceWords } from "../views/device.ts"

export const sessionsPage = routes()
  .get("/sessions", async (c) => c.html(drawPage(<Sessions {...await sessionsOf(c)} />)))
  .post("/sessions/others/end", (c) =>
    submitForm(c, {
      schema: nothing,
      run: async (context) => {
        const found = await authOf(context).sessionOf(c.req.raw.headers)
        if (!found) throw new NotFound("nobody is signed in")
        await endOtherSessions(context, { sessionId: found.session.id })
        return "/my/sessions"
      },
      again: async () => <Sessions {...await sessionsOf(c)} />,
      done: "accounts:done.sessions-ended",
    }),
  )
  .post("/sessions/:id/end", (c) =>
    submitForm(c, {
      schema: nothing,
      run: async (context) => {
        const id = c.req.param("id")
        if (!isId(id)) throw new NotFound("no such session")
        await endSession(context, { id })
        return "/my/sessions"
      },
      again: async () => <Sessions {...await sessionsOf(c)} />,
      done: "accounts:done.session-ended",
    }),
  )

const sessionsOf = async (c: HonoContext<WebEnv>): Promise<SessionsProps> => {
  const { context, view } = c.var
  const found = await authOf(context).sessionOf(c.req.raw.headers)
  const sessions = await reading(context, (tx) => listSessions(tx, context.actor.accountId ?? ""))
  return { view, sessions, current: found?.session.id ?? "" }
}

type SessionsProps = {
  readonly view: View
  readonly sessions: readonly Session[]
  /** The id of the session in which the page is read. */
  readonly current: string
}

function Sessions({ view, sessions, current }: SessionsProps) {
  return (
    <MyPage view={view} title={view.text("accounts:sessions.title")} scripts={["submit-once"]}>
      <div class="stack">
        <h1>{view.t("accounts:sessions.title")}</h1>
        <p>{view.t("accounts:sessions.lead")}</p>
        <Table
          id="sessions"
          caption={view.t("accounts:sessions.title")}
          captionHidden
          columns={[
            { label: view.t("accounts:sessions.device") },
            { label: view.t("accounts:sessions.since") },
            { label: view.t("accounts:sessions.end") },
          ]}
          rows={sessions.map((session, index) => ({
            cells: [
              deviceWords(view, session.userAgent),
              <Moment view={view} at={session.since} />,
              session.id === current ? (
                <Tag kind="good" icon="check">
                  {view.t("accounts:sessions.this")}
                </Tag>
              ) : (
                <End view={view} session={session} number={index + 1} />
              ),
            ],
          }))}
        />
        {sessions.length > 1 && (
          <Form view={view} action={view.href("/my/sessions/others/end")}>
            <Button kind="secondary">{view.t("accounts:sessions.end-others")}</Button>
          </Form>
        )}
      </div>
    </MyPage>
  )
}

type EndProps = { readonly view: View; readonly session: Session; readonly number: number }

function End({ view, session, number }: EndProps) {
  const label = `${number} ${deviceWords(view, session.userAgent)} ${momentText(view, session.since)}`
  return (
    <Form view={view} action={view.href(`/my/sessions/${session.id}/end`)} label={label}>
      <Button kind="quiet" size="small">
        {view.t("accounts:sessions.end")}
      </Button>
    </Form>
  )
}
