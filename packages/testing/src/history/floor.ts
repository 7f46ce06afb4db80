/** Knowledge with its moment: from then on it was known that the log, or a stream, reaches up to an index. */
export interface Known {
  readonly at: bigint
  readonly index: number
}

const earlier = (a: Known, b: Known): number => (a.at < b.at ? -1 : Number(a.at > b.at))

/** The highest index that was known before a moment; -1 where none was. */
export const knownFloor = (known: ReadonlyArray<Known>): ((at: bigint) => number) => {
  let highest = -1
  const rising = known.toSorted(earlier).map(({ at, index }) => ({ at, index: (highest = Math.max(highest, index)) }))
  return (at) => {
    let low = 0
    let high = rising.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((rising[middle] as Known).at < at) low = middle + 1
      else high = middle
    }
    return rising[low - 1]?.index ?? -1
  }
}
