import { newId } from "#kernel/ids.ts"
import { touch } from "#kernel/stamps.ts"
import type { Work } from "#kernel/transaction.ts"

/** Puts the areas and bodies of the city's profile into the tables. The second time it changes nothing. */
export const syncPlaces = async (work: Work): Promise<void> => {
  const { areas, bodies, code: cityCode } = work.city
  for (const [position, area] of areas.entries()) {
    const row = {
      slug: area.slug,
      level: area.level,
      name: area.name,
      kana: area.kana,
      english: area.english,
      position,
    }
    await work.tx
      .insertInto("areas")
      .values({ code: area.code, parentCode: area.code === cityCode ? null : cityCode, ...row })
      .onConflict((conflict) => conflict.column("code").doUpdateSet(row))
      .execute()
  }
  for (const body of bodies) {
    const row = {
      kind: body.kind,
      name: body.name,
      english: body.english,
      mark: body.mark,
      areaCode: body.area ?? null,
    }
    await work.tx
      .insertInto("bodies")
      .values({ id: newId(), slug: body.slug, phone: body.phone ?? null, ...row })
      .onConflict((conflict) => conflict.column("slug").doUpdateSet(row))
      .execute()
  }
  touch(work, "places")
}
