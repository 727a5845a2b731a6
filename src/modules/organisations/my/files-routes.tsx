import { filePages } from "#web/file-pages.tsx"
import { MyPage } from "#web/layout/my.tsx"
import { addOrganisationFiles, changeOrganisationFile } from "../commands/files.ts"
import { getKept } from "../queries/files.ts"
import { organisationFiles, publicRoles } from "../schema/files.ts"

/** Logo, pictures and documents, kept by the group's own people. */
export const organisationFilesMy = filePages({
  path: "/organisations/:id/files",
  under: "/my",
  commands: { add: addOrganisationFiles, change: changeOrganisationFile },
  Page: MyPage,
  load: async (c, tx, id) => {
    const { view, context } = c.var
    const record = await getKept(tx, context.actor, id, publicRoles)
    return {
      id: record.id,
      kind: organisationFiles,
      title: record.name,
      lead: view.t("organisations:files.lead"),
      crumbs: [
        { label: view.t("web:nav.my"), href: view.href("/my") },
        { label: record.name, href: view.href(`/my/organisations/${record.publicId}`) },
      ],
      roles: publicRoles,
    }
  },
})
