export { type Received, receiveMail } from "./commands/receive.ts"
export { largestMail, type MailRefusal, refusalWords } from "./mail/incoming.ts"
export { tokenIn } from "./mail/addresses.ts"
