import { describeAccess } from "./answers.ts"

describeAccess("osaka")
