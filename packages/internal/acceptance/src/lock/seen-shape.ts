/** The shape of values without a codec, put together from the values that were seen. */
export interface SeenShape {
  readonly kinds: Set<string>
  readonly fields: Map<string, SeenShape>
  /** Objects that are noted already: a row shares most of its objects with the row before it. */
  readonly noted: WeakSet<object>
  items: SeenShape | null
  records: number
}

export const emptyShape = (): SeenShape => ({
  kinds: new Set(),
  fields: new Map(),
  noted: new WeakSet(),
  items: null,
  records: 0,
})

/** Adds a value of plain JSON data to what was seen. */
export const noteValue = (seen: SeenShape, value: unknown): void => {
  if (typeof value === 'object' && value !== null) {
    if (seen.noted.has(value)) return
    seen.noted.add(value)
  }
  if (Array.isArray(value)) {
    seen.items ??= emptyShape()
    for (const item of value) noteValue(seen.items, item)
  } else if (typeof value === 'object' && value !== null) {
    seen.records += 1
    for (const [key, one] of Object.entries(value)) {
      const field = seen.fields.get(key) ?? emptyShape()
      seen.fields.set(key, field)
      noteValue(field, one)
    }
  } else seen.kinds.add(value === null ? 'null' : typeof value)
}

const isFieldName = (key: string): boolean => /^[a-z][A-Za-z0-9]*$/.test(key)
const byName = ([a]: readonly [string, SeenShape], [b]: readonly [string, SeenShape]): number => (a < b ? -1 : 1)

/** A record whose keys are ids, not names of fields, holds one value for each id. */
const printRecord = (fields: ReadonlyMap<string, SeenShape>): string => {
  const all = [...fields].sort(byName).map(([key, one]) => [key, printShape(one)] as const)
  return [...fields.keys()].every(isFieldName)
    ? `{ ${all.map(([key, text]) => `${key}: ${text}`).join('; ')} }`
    : `by id (${[...new Set(all.map(([, text]) => text))].sort().join(' or ')})`
}

/** What was seen, in one line. */
export const printShape = ({ kinds, fields, items, records }: SeenShape): string => {
  const parts = [...kinds].sort()
  if (items !== null) parts.push(`list of (${printShape(items)})`)
  if (records > 0) parts.push(printRecord(fields))
  return parts.join(' | ')
}
