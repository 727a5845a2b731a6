export { dayOf } from "../../kernel/clock.ts"
