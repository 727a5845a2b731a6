/** The names of the modules in the order of src/modules.ts, whose text this reads: the order of that list is the law. */
export const modulesInOrder = (text: string): string[] => {
  const folders = new Map(
    [...text.matchAll(/import \{ (\w+) \} from "\.\/modules\/([a-z-]+)\/module\.ts"/g)].map(
      ([, name = "", folder = ""]) => [name, folder],
    ),
  )
  const list = /export const modules[^=]*= \[([^\]]*)\]/.exec(text)?.[1] ?? ""
  return (list.match(/\w+/g) ?? []).map((name) => folders.get(name) ?? name)
}
