/**
 * Likely twins of needs (N14) and live twin orders (O26).
 *
 * Choice: "same requester or contact" is the same requester, or the same contact; a requester who is the other's contact is no twin. Persons are humans.
 * Choice: "within 30 days" lies between the two recordings, elapsed; 30 days themselves are within 30 days, since no clock ends there.
 * Choice: the unit is the one that owns the need when the clerk looks. An absent contact equals no other.
 * Choice: live is each state but closed, cancelled, aborted and unmet; an order that awaits its review is live, as it is for the state of the need.
 * Choice: times overlap half-open, so that one visit may begin when the other ends.
 * Choice: `meant` names the orders that stood before it, or the twins that were marked on it when it was said, and holds for those pairs, also after their times move. It needs a reason, else it is refused as if it
 * had not been meant.
 * Choice: the mark on a pair stays as an event; the owner's to-do ends when one of the two is no longer live, or when their times part.
 */
export interface TwinNeed {
  readonly need: string
  readonly requester: string
  readonly contact: string | null
  readonly kind: string
  readonly owner: string
  readonly recordedAt: number
}

const day = 86_400_000

export const areLikelyTwins = (one: TwinNeed, other: TwinNeed, days: number): boolean =>
  one.need !== other.need &&
  (one.requester === other.requester || (one.contact !== null && one.contact === other.contact)) &&
  one.kind === other.kind &&
  one.owner === other.owner &&
  Math.abs(one.recordedAt - other.recordedAt) <= days * day

/** The twins that are proposed to the clerk of a need, in the order of the list. */
export const proposeTwins = (need: TwinNeed, others: readonly TwinNeed[], days: number): readonly string[] =>
  others.filter((other) => areLikelyTwins(need, other, days)).map((other) => other.need)

export interface Slot {
  readonly start: number
  readonly end: number
}

export interface TwinOrder {
  readonly order: string
  readonly need: string
  readonly specialty: string
  readonly slot: Slot | null
  readonly isLive: boolean
  /** The orders beside which this one was meant. */
  readonly meantBeside: readonly string[]
}

const overlaps = (one: Slot | null, other: Slot | null): boolean =>
  one === null || other === null || (one.start < other.end && other.start < one.end)

const areTwinOrders = (one: TwinOrder, other: TwinOrder): boolean =>
  one.order !== other.order &&
  one.need === other.need &&
  one.specialty === other.specialty &&
  one.isLive &&
  other.isLive &&
  overlaps(one.slot, other.slot)

export interface SecondOrder {
  readonly order: TwinOrder
  readonly isMeant: boolean
  readonly reason: string
}

/** The orders because of which a new one is refused; none where it may be placed. */
export const refuseTwinOrder = (
  { order, isMeant, reason }: SecondOrder,
  others: readonly TwinOrder[],
): readonly string[] =>
  isMeant && reason !== '' ? [] : others.filter((other) => areTwinOrders(order, other)).map((other) => other.order)

/** The pairs that stand in the owner's to-do now: twins that no reason covers. */
export const findTwinPairs = (orders: readonly TwinOrder[]): readonly (readonly [string, string])[] =>
  orders.flatMap((one, index) =>
    orders
      .slice(index + 1)
      .filter(
        (other) =>
          areTwinOrders(one, other) && !one.meantBeside.includes(other.order) && !other.meantBeside.includes(one.order),
      )
      .map((other) => [one.order, other.order] as const),
  )
