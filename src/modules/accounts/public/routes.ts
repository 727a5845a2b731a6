import { routes } from "#web/context.ts"
import { signOut } from "../commands/sign-in.ts"
import { setCookies } from "./arrive.ts"
import { codePage } from "./code.tsx"
import { demoPage } from "./demo.tsx"
import { linkPage } from "./link.tsx"
import { passwordPage } from "./password.tsx"
import { signInPage } from "./sign-in.tsx"

export const accountsPublic = routes()
  .route("/", signInPage)
  .route("/", codePage)
  .route("/", linkPage)
  .route("/", passwordPage)
  .route("/", demoPage)
  .post("/sign-out", async (c) => {
    setCookies(c, await signOut(c.var.context, c.req.raw.headers))
    return c.redirect(c.var.view.href("/"), 303)
  })
