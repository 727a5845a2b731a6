export class AreaMissing extends Error {}
