export { areaLabel, areaRuby, bodyLabel } from "./views/labels.ts"
export {
  type Area,
  type Body,
  findArea,
  findBody,
  getAreaBySlug,
  listAreas,
  listBodies,
  officeOf,
  searchAreas,
} from "./queries.ts"
