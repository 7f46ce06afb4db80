/**
 * A head count of volunteers that covers a list (H12, H14).
 *
 * Choice: "the same day" is the local day on which the counted service starts, because S7 never splits a record.
 * Choice: "another name and another hand" means two sides without a common person. A caller has a name and a clerk has a hand; who gave the list, by
 * name or by hand, has no part in the count, else one person tells both sides.
 * Choice: a list with more lines than its count excuses none of them. The ledger cannot say which of the lines are the invented ones.
 * Choice: of several valid counts of one list the smallest holds, so that a second call never makes room.
 * Choice: a person on the list may tell the count; the text asks only for another name than the one who gave the list.
 */
export interface HeadCount {
  readonly place: string
  /** The local day on which it was told. */
  readonly localDay: string
  readonly count: number
  /** In whose name it was told, and who typed it; the same person twice where the teller typed. */
  readonly name: string
  readonly hand: string
  readonly list: ListOfPeople
}

export interface ListOfPeople {
  readonly list: string
  /** In whose name the list was handed in, and who typed it. */
  readonly name: string
  readonly hand: string
  /** One record for each line. */
  readonly records: readonly string[]
}

const isTwoSided = (count: HeadCount): boolean =>
  ![count.name, count.hand].some((person) => person === count.list.name || person === count.list.hand)

/** Says whether the counts cover a line of `list` at this place whose service starts on this local day. */
export const isCounted = (list: string, place: string, localDate: string, counts: readonly HeadCount[]): boolean => {
  const valid = counts.filter(
    (count) => count.list.list === list && count.place === place && count.localDay === localDate && isTwoSided(count),
  )
  return valid.length > 0 && valid.every((count) => count.list.records.length <= count.count)
}
