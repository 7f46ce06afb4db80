import { byCodePoint } from '@zhiyuan/runtime/store'

export interface SortedKeys {
  readonly add: (key: string) => void
  readonly remove: (key: string) => void
  /** Keys with `after` < key < `before` (null: no bound), the first `limit` in order. */
  readonly between: (after: string | null, before: string | null, limit: number) => ReadonlyArray<string>
}

const findNext = (keys: ReadonlyArray<string>, after: string): number => {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (byCodePoint(keys[middle] as string, after) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

/** After this many changes since the last ordered read, sorting anew is cheaper than moving keys one by one. */
const few = 256

/** A set of keys that is sorted when it is read, as there are many writes and few ordered reads. */
export const sortedKeys = (): SortedKeys => {
  const present = new Set<string>()
  const changed = new Set<string>()
  let ordered: string[] = []
  const insertKey = (key: string): void => {
    const index = findNext(ordered, key)
    const there = ordered[index - 1] === key
    if (there && !present.has(key)) ordered.splice(index - 1, 1)
    if (!there && present.has(key)) ordered.splice(index, 0, key)
  }
  const inOrder = (): ReadonlyArray<string> => {
    if (changed.size > few) ordered = [...present].sort(byCodePoint)
    else for (const key of changed) insertKey(key)
    changed.clear()
    return ordered
  }
  return {
    add: (key) => {
      if (!present.has(key)) changed.add(key)
      present.add(key)
    },
    remove: (key) => {
      if (present.delete(key)) changed.add(key)
    },
    between: (after, before, limit) => {
      const keys = inOrder()
      const start = after === null ? 0 : findNext(keys, after)
      const page = keys.slice(start, start + limit)
      return before === null ? page : page.filter((key) => byCodePoint(key, before) < 0)
    },
  }
}
