export { places } from "./modules/places/module.ts"
