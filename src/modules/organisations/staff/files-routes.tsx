import { filePages } from "#web/file-pages.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { addOrganisationFiles, changeOrganisationFile } from "../commands/files.ts"
import { getKept } from "../queries/files.ts"
import { officeRoles, organisationFiles } from "../schema/files.ts"

/** The same for the office, and the paper that a registration came on. */
export const organisationFilesStaff = filePages({
  path: "/organisations/:id/files",
  under: "/staff",
  commands: { add: addOrganisationFiles, change: changeOrganisationFile },
  Page: StaffPage,
  load: async (c, tx, id) => {
    const { view, context } = c.var
    const record = await getKept(tx, context.actor, id, officeRoles)
    return {
      id: record.id,
      kind: organisationFiles,
      title: record.name,
      lead: view.t("organisations:files.office-lead"),
      crumbs: [
        { label: view.t("organisations:office.title"), href: view.href("/staff/registrations") },
        { label: record.name, href: view.href(`/staff/registrations/${record.publicId}`) },
      ],
      roles: officeRoles,
    }
  },
})
