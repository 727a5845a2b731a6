import { drawPage } from "#jsx"
import { Invalid } from "#kernel/errors.ts"
import { routes } from "#web/context.ts"
import { emptyForm, submitForm } from "#web/forms.ts"
import { claimOrganisation } from "../commands/claim.ts"
import { claimForm } from "../schema/intake.ts"
import { ClaimPage } from "./claim-page.tsx"

export const claimRoutes = routes()
  .get("/claim", (c) => c.html(drawPage(<ClaimPage view={c.var.view} form={emptyForm} />)))
  .post("/claim", (c) =>
    submitForm(c, {
      schema: claimForm,
      run: async (context, input) => {
        const { id } = await claimOrganisation(context, input)
        if (id === null) throw new Invalid({ code: "organisations:error.claim-code" })
        return `/my/organisations/${id}`
      },
      again: (form) => <ClaimPage view={c.var.view} form={form} />,
      done: "organisations:done.claimed",
    }),
  )
