export { type FigureLine, getFigure, reportFigures } from "./queries.ts"
export { type FigureRequest, readFigureRequest } from "./schema.ts"
