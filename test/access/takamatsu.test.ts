import { describeAccess } from "./answers.ts"

describeAccess("takamatsu")
