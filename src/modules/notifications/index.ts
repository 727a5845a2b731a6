export { getMessage, listMessages, type Message } from "./queries.ts"
