// The 20 fields of the law on specified non-profit activities: official wording, in the order of their numbers.

export const officialFields = [
  "保健、医療又は福祉の増進を図る活動",
  "社会教育の推進を図る活動",
  "まちづくりの推進を図る活動",
  "観光の振興を図る活動",
  "農山漁村又は中山間地域の振興を図る活動",
  "学術、文化、芸術又はスポーツの振興を図る活動",
  "環境の保全を図る活動",
  "災害救援活動",
  "地域安全活動",
  "人権の擁護又は平和の推進を図る活動",
  "国際協力の活動",
  "男女共同参画社会の形成の促進を図る活動",
  "子どもの健全育成を図る活動",
  "情報化社会の発展を図る活動",
  "科学技術の振興を図る活動",
  "経済活動の活性化を図る活動",
  "職業能力の開発又は雇用機会の拡充を支援する活動",
  "消費者の保護を図る活動",
  "前各号に掲げる活動を行う団体の運営又は活動に関する連絡、助言又は援助の活動",
  "前各号に掲げる活動に準ずる活動として都道府県又は指定都市の条例で定める活動",
] as const

/** 1 to 20. */
export const fieldNumbers: readonly number[] = officialFields.map((_, index) => index + 1)

export const isField = (number: number): boolean => fieldNumbers.includes(number)

/** The official wording of a field, as it stands in the law. */
export const officialField = (number: number): string => officialFields[number - 1] ?? ""

/** How people look for them: by what it is about, not by number. Each field stands in one group. */
export const fieldGroups = [
  { key: "care", fields: [1] },
  { key: "children", fields: [13, 2] },
  { key: "town", fields: [3, 9, 8] },
  { key: "culture", fields: [6, 4] },
  { key: "nature", fields: [7, 5] },
  { key: "together", fields: [10, 11, 12] },
  { key: "work", fields: [16, 17, 18] },
  { key: "knowledge", fields: [14, 15] },
  { key: "support", fields: [19, 20] },
] as const
