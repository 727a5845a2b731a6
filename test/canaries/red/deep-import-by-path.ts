export { listAreas } from "../../places/queries.ts"
