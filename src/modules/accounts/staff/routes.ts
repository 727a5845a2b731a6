import { routes } from "#web/context.ts"
import { auditPage } from "./audit.tsx"
import { handOverPage } from "./hand-over.tsx"
import { hatsPage } from "./hats.tsx"
import { importsPage } from "./imports.tsx"
import { newPostPage } from "./new-post.tsx"
import { postPage } from "./post.tsx"
import { postsPage } from "./posts.tsx"
import { savedViewsPage } from "./saved-views.tsx"

export const accountsStaff = routes()
  .route("/", hatsPage)
  .route("/", postsPage)
  .route("/", newPostPage)
  .route("/", importsPage)
  .route("/", handOverPage)
  .route("/", postPage)
  .route("/", auditPage)
  .route("/", savedViewsPage)
