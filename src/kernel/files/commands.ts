import { authorise, type Actor, type Permission } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { NotFound } from "#kernel/errors.ts"
import { command, type Context, type Work } from "#kernel/transaction.ts"
import { describeFile, moveFile, receiveFile, removeFile, restoreFile } from "./arrange.ts"
import { lockFile, type FileRole, type StoredFile, type Upload } from "./files.ts"

// What a module does with the files of its records is the same everywhere; who may do it and what it shows is its own.

/** A kind of record that files hang on, as its module declares it. */
export type FileKeeping<R extends { readonly id: string }> = {
  readonly module: string
  readonly kind: string
  readonly roles: readonly FileRole[]
  /** Loads and locks the record by its id in addresses. */
  readonly lock: (work: Work, publicId: string) => Promise<R>
  readonly mayKeep: (actor: Actor, record: R, role: FileRole) => Permission
  /** What shows the record's files is made anew. */
  readonly changed: (work: Work, record: R) => void | Promise<void>
}

export type AddingFiles = {
  readonly id: string
  readonly role: string
  readonly uploads: readonly Pick<Upload, "name" | "bytes">[]
  readonly title?: string
  readonly alt?: string
  readonly decorative?: boolean
}

export type ChangingFile = {
  readonly id: string
  readonly file: string
  readonly act: "save" | "earlier" | "later" | "remove" | "restore"
  readonly version: number
  readonly title: string
  readonly alt: string
  readonly decorative: boolean
}

export type FileCommands = {
  /** Answers the ids of the files, in quarantine: the caller may check them at once. */
  readonly add: (context: Context, input: AddingFiles) => Promise<{ readonly files: readonly string[] }>
  readonly change: (context: Context, input: ChangingFile) => Promise<{ readonly file: string }>
}

const roleOf = (roles: readonly FileRole[], name: string): FileRole => {
  const role = roles.find((each) => each.role === name)
  if (!role) throw new NotFound(`there are no files called ${name}`)
  return role
}

export const fileCommands = <R extends { readonly id: string }>(keeping: FileKeeping<R>): FileCommands => {
  const { kind, roles, lock, mayKeep, changed } = keeping

  const add = command(`${keeping.module}.add-file`, async (work, input: AddingFiles) => {
    const record = await lock(work, input.id)
    const role = roleOf(roles, input.role)
    const hat = authorise(mayKeep(work.actor, record, role))
    const { title, alt, decorative } = input
    const words = {
      ...(title === undefined ? {} : { title }),
      ...(alt === undefined ? {} : { alt }),
      ...(decorative === undefined ? {} : { decorative }),
    }
    const files: string[] = []
    for (const upload of input.uploads) {
      const { id } = await receiveFile(work, { owner: { kind, id: record.id }, role, upload, ...words })
      files.push(id)
    }
    const names = input.uploads.map(({ name }) => name)
    await audit(work, { hat, subject: { kind, id: record.id }, payload: { role: role.role, files, names } })
    await changed(work, record)
    return { files }
  })

  const change = command(`${keeping.module}.change-file`, async (work, input: ChangingFile) => {
    const record = await lock(work, input.id)
    const file = await lockFile(work, { kind, id: record.id }, input.file)
    const role = roleOf(roles, file.role)
    const hat = authorise(mayKeep(work.actor, record, role))
    await doTo(work, file, role, input)
    const { act, title, alt, decorative } = input
    const words = act === "save" ? { title, alt, decorative } : {}
    await audit(work, {
      hat,
      subject: { kind, id: record.id },
      payload: { file: file.publicId, name: file.name, role: file.role, act, ...words },
    })
    await changed(work, record)
    return { file: file.publicId }
  })

  return { add, change }
}

const doTo = async (work: Work, file: StoredFile, role: FileRole, input: ChangingFile): Promise<void> => {
  switch (input.act) {
    case "save":
      return describeFile(work, file, {
        version: input.version,
        title: input.title,
        alt: input.decorative ? "" : input.alt,
        decorative: input.decorative,
      })
    case "remove":
      return removeFile(work, file)
    case "restore":
      return restoreFile(work, file, role)
    default:
      return moveFile(work, file, input.act === "earlier" ? -1 : 1)
  }
}
