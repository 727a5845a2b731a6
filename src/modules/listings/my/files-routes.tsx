import { filePages } from "#web/file-pages.tsx"
import { MyPage } from "#web/layout/my.tsx"
import { addListingFiles, changeListingFile } from "../commands/files.ts"
import { getKept } from "../queries/files.ts"
import { listingFileRoles, listingFiles } from "../schema/files.ts"

/** Picture and flyer of a listing, kept by its group. */
export const listingFilesMy = filePages({
  path: "/listings/:id/files",
  under: "/my",
  commands: { add: addListingFiles, change: changeListingFile },
  Page: MyPage,
  load: async (c, tx, id) => {
    const { view, context } = c.var
    const { row, organisation } = await getKept(tx, context.actor, id)
    return {
      id: row.id,
      kind: listingFiles,
      title: row.title,
      lead: view.t("listings:files.lead"),
      crumbs: [
        { label: view.t("web:nav.my"), href: view.href("/my") },
        {
          label: view.t("listings:own.title"),
          href: view.href(`/my/organisations/${organisation.publicId}/listings`),
        },
        { label: row.title, href: view.href(`/my/listings/${row.publicId}`) },
      ],
      roles: listingFileRoles,
    }
  },
})
