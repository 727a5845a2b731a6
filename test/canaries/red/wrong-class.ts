export class AreaManager {
  readonly areas = new Map<string, string>()
}
