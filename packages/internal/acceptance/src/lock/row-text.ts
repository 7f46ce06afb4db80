const texts = new WeakMap<object, string>()

const printObject = (value: object): string => {
  if (Array.isArray(value)) return `[${value.map(rowText).join(',')}]`
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${rowText(one)}`).join(',')}}`
}

/**
 * A row as canonical JSON. The parts that a row shares with the row before it are printed once, because a row of a thousand steps is made a thousand times.
 * Rows are never changed in place.
 */
export const rowText = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = printObject(value)
  texts.set(value, text)
  return text
}
