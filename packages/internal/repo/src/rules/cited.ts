import type { Rule } from './list.ts'

const leadingIds = /^((?:[NOAHWSGPCIL]\d{1,2}[a-d]?)(?:, [NOAHWSGPCIL]\d{1,2}[a-d]?)*): /

/** The ids that a test's title begins with: `O4, O16: …`. */
const readIds = (title: string): ReadonlyArray<string> => leadingIds.exec(title)?.[1]?.split(', ') ?? []

/** The titles that cite each id. */
export const countCitations = (titles: ReadonlyArray<string>): ReadonlyMap<string, ReadonlyArray<string>> => {
  const cited = new Map<string, string[]>()
  for (const title of titles) {
    for (const id of readIds(title)) cited.set(id, [...(cited.get(id) ?? []), title])
  }
  return cited
}

/** Rules that are built and that no title cites. */
export const listUncited = (rules: ReadonlyArray<Rule>, titles: ReadonlyArray<string>): ReadonlyArray<Rule> => {
  const cited = countCitations(titles)
  return rules.filter(({ id, built }) => built && !cited.has(id))
}
