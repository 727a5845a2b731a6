import { type Actor, isAllowed, type PostRole } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { type Area, type Body, listAreas, listBodies } from "#modules/places"
import { readDay } from "#web/day-input.ts"
import { findPeople } from "../auth/people.ts"
import { overlaps, type PostInput } from "../commands/giving.ts"
import { canManagePosts, isWithin } from "../policy.ts"
import { type HeldPost, postRows } from "../queries/posts.ts"
import { address as addressSchema, postRoles, programmes } from "../schema.ts"
import type { PostLine } from "./post-rows.ts"

/** A row with what it would give, or why it is refused: keys of messages, each about one column. */
export type CheckedRow = PostLine & {
  readonly input: PostInput | null
  readonly problems: readonly string[]
}

/** How the office writes roles and programmes, in both languages of its pages. */
export type RowWords = {
  readonly role: (role: PostRole) => readonly string[]
  readonly programme: (programme: string) => readonly string[]
}

type Known = { readonly bodies: readonly Body[]; readonly areas: readonly Area[]; readonly words: RowWords }

/** Each row against what is there now, and against the rows before it in the file. */
export const checkRows = async (
  tx: Transaction,
  actor: Actor,
  lines: readonly PostLine[],
  words: RowWords,
): Promise<CheckedRow[]> => {
  const known: Known = { bodies: await listBodies(tx), areas: await listAreas(tx), words }
  const read = lines.map((line) => readRow(line, known))
  const held = await heldBy(
    tx,
    read.flatMap(({ input }) => input?.address ?? []),
  )
  const given: PostInput[] = []
  return read.map((row) => {
    if (!row.input) return row
    const problem = refusal(actor, row.input, held, given)
    given.push(row.input)
    return problem ? { ...row, input: null, problems: [problem] } : row
  })
}

const readRow = (line: PostLine, known: Known): CheckedRow => {
  const { cells } = line
  const address = addressSchema().safeParse(cells.address)
  const body = known.bodies.find((each) => [each.name, each.english, each.slug].includes(cells.body))
  const role = postRoles.find((each) => known.words.role(each).includes(cells.role))
  const programme =
    cells.programme === ""
      ? "*"
      : programmes.find((each) => known.words.programme(each).includes(cells.programme))
  const areaCodes = areasOf(cells.areas, known.areas)
  const from = readDay(cells.from)
  const to = cells.to === "" ? null : readDay(cells.to)
  const problems = [
    ...(address.success ? [] : ["address"]),
    ...(body ? [] : ["body"]),
    ...(role ? [] : ["role"]),
    ...(programme ? [] : ["programme"]),
    ...(areaCodes === undefined ? ["areas"] : []),
    ...(from ? [] : ["from"]),
    ...(to === undefined ? ["to"] : []),
    ...(from && to && Temporal.PlainDate.compare(to, from) < 0 ? ["order"] : []),
  ].map((name) => `accounts:import.problem.${name}`)
  if (
    problems.length > 0 ||
    !address.success ||
    !body ||
    !role ||
    !programme ||
    !from ||
    areaCodes === undefined
  )
    return { ...line, input: null, problems }
  const input = {
    address: address.data,
    name: cells.name,
    bodyId: body.id,
    programme,
    role,
    areaCodes,
    from,
    to: to ?? null,
  }
  return { ...line, input, problems }
}

/** null: the whole city; undefined: an area that is not there. */
const areasOf = (cell: string, areas: readonly Area[]): string[] | null | undefined => {
  const names = cell.split(/[、,，・;；\s]+/).filter((name) => name !== "")
  if (names.length === 0 || ["市全体", "全市", "whole city"].includes(cell.toLowerCase())) return null
  const codes = names.map(
    (name) => areas.find((each) => [each.name, each.code, each.slug].includes(name))?.code,
  )
  return codes.every((code) => code !== undefined) ? codes : undefined
}

const refusal = (
  actor: Actor,
  input: PostInput,
  held: ReadonlyMap<string, readonly HeldPost[]>,
  given: readonly PostInput[],
): string | null => {
  const hat = canManagePosts(actor, { id: input.bodyId })
  if (!isAllowed(hat)) return "accounts:import.problem.foreign-body"
  if (!isWithin(hat, input)) return "accounts:error.more-than-own"
  const same = (held.get(input.address) ?? []).filter(
    (each) => each.bodyId === input.bodyId && each.programme === input.programme && each.role === input.role,
  )
  if (same.some((each) => overlaps(each, input))) return "accounts:error.post-twice"
  const before = given.filter(
    (each) =>
      each.address === input.address &&
      each.bodyId === input.bodyId &&
      each.programme === input.programme &&
      each.role === input.role,
  )
  const twice = before.some((each) => overlaps({ validFrom: each.from, validTo: each.to }, input))
  return twice ? "accounts:import.problem.twice-in-file" : null
}

const heldBy = async (tx: Transaction, addresses: readonly string[]) => {
  const people = await findPeople(tx, addresses)
  if (people.length === 0) return new Map<string, HeldPost[]>()
  const addressOf = new Map(people.map(({ id, address }) => [id, address]))
  const rows = await postRows(tx)
    .where((eb) => eb("accountId", "=", eb.fn.any(eb.val([...addressOf.keys()]))))
    .execute()
  return Map.groupBy(rows, (row) => addressOf.get(row.accountId) ?? "")
}
