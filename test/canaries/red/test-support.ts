export { testWorld } from "#test/support/database.ts"
