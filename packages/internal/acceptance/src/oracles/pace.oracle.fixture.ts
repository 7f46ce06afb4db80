/**
 * The pace of one person's rulings and approvals (H12, last part). The list holds only acts on records that are not `system`.
 *
 * Choice: "within 10 minutes" is closed: two acts exactly ten minutes apart are within them.
 * Choice: rulings and approvals add up, and acts that name one sheet or burst are one act, in a window, of either kind and at any distance.
 * Choice: the event arises at the act that makes the window that ends with it hold more than 20, where the window of the same person's act before held 20 or
 * fewer. A run that goes on is one event; an act of a group that was already counted neither starts nor ends a run by its own weight.
 */
export interface PaceAct {
  readonly person: string
  readonly at: number
  readonly what: 'ruling' | 'approval'
  /** The sheet or burst that the act is about. */
  readonly group: string | null
}

export interface PaceTerms {
  readonly acts: number
  readonly minutes: number
}

export interface PaceEvent {
  readonly person: string
  readonly at: number
}

const weigh = (acts: readonly PaceAct[]): number =>
  acts.filter(({ group }) => group === null).length +
  new Set(acts.flatMap(({ group }) => (group === null ? [] : [group]))).size

/** Tells the instants at which the event arises, in the order of time; equal instants keep the order of the list. */
export const findPaceEvents = (acts: readonly PaceAct[], terms: PaceTerms): readonly PaceEvent[] => {
  const ordered = [...acts].sort((a, b) => a.at - b.at)
  const isFast = new Map<string, boolean>()
  const events: PaceEvent[] = []
  ordered.forEach(({ person, at }, index) => {
    const window = ordered
      .slice(0, index + 1)
      .filter((act) => act.person === person && at - act.at <= terms.minutes * 60_000)
    const fast = weigh(window) > terms.acts
    if (fast && isFast.get(person) !== true) events.push({ person, at })
    isFast.set(person, fast)
  })
  return events
}
