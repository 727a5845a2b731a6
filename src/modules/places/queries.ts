import { sql } from "kysely"
import { NotFound } from "#kernel/errors.ts"
import type { Transaction } from "#kernel/transaction.ts"

export type Area = {
  readonly code: string
  readonly slug: string
  readonly level: "city" | "ward"
  readonly name: string
  readonly kana: string
  readonly english: string
}

export type Body = {
  readonly id: string
  readonly slug: string
  readonly kind: "city" | "ward-office" | "shakyo" | "ward-shakyo" | "centre" | "committee"
  readonly name: string
  readonly english: string
  readonly mark: string
  readonly areaCode: string | null
}

const areas = (tx: Transaction) =>
  tx
    .selectFrom("areas")
    .select(["code", "slug", "level", "name", "kana", "english"])
    .where("validTo", "is", null)
    .$castTo<Area>()

const bodies = (tx: Transaction) =>
  tx
    .selectFrom("bodies")
    .select(["id", "slug", "kind", "name", "english", "mark", "areaCode"])
    .$castTo<Body>()

/** X12: every area in the order of its code, the city itself first. */
export const listAreas = (tx: Transaction): Promise<Area[]> => areas(tx).orderBy("position").execute()

/** The areas by which people search: the wards, or the city itself where it has none. */
export const searchAreas = async (tx: Transaction): Promise<Area[]> => {
  const all = await listAreas(tx)
  const wards = all.filter((area) => area.level === "ward")
  return wards.length > 0 ? wards : all
}

export const findArea = (tx: Transaction, code: string): Promise<Area | undefined> =>
  areas(tx).where("code", "=", code).executeTakeFirst()

export const getAreaBySlug = async (tx: Transaction, slug: string): Promise<Area> => {
  const area = await areas(tx).where("slug", "=", slug).executeTakeFirst()
  if (!area) throw new NotFound(`there is no area ${slug}`)
  return area
}

export const listBodies = (tx: Transaction): Promise<Body[]> => bodies(tx).orderBy("slug").execute()

export const findBody = (tx: Transaction, id: string): Promise<Body | undefined> =>
  bodies(tx).where("id", "=", id).executeTakeFirst()

/** The office that is competent for an area: its ward office, else the city. */
export const officeOf = async (tx: Transaction, areaCode: string): Promise<Body> =>
  bodies(tx)
    .where((eb) => eb.or([eb("areaCode", "=", areaCode), eb("slug", "=", "city")]))
    .where("kind", "in", ["ward-office", "city"])
    .orderBy(sql`area_code is null`)
    .executeTakeFirstOrThrow()
