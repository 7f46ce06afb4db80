/** Reads a row and all rows that it leads to, each once, the given one first. */
export const reach = async <Key, Row>(
  first: Key,
  read: (key: Key) => Promise<Row | null>,
  leadsTo: (row: Row) => ReadonlyArray<Key>,
): Promise<ReadonlyArray<Row>> => {
  const keys = [first]
  const rows: Row[] = []
  // The list grows while it is walked.
  for (const key of keys) {
    const row = await read(key)
    if (row === null) continue
    rows.push(row)
    keys.push(...leadsTo(row).filter((next) => !keys.includes(next)))
  }
  return rows
}
