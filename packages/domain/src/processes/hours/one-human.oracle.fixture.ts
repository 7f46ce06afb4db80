/**
 * An oracle for "no minute of one human counts twice" (H5, G2, and the changed rule of the bounded rechecks).
 * It was written from the rules alone, without a look at the code of the ledger. It is slow on purpose: it checks every pair
 * and counts every minute. It judges
 *   - a state at rest: `findFaults` lists everything the rules forbid (an empty list is a good state);
 *   - a state at any time, also in the middle of a recheck: `countMinutes` says what counts for each human;
 *   - `expected` plays a history by itself, one step after the other, and comes to rest after each.
 * Which records are held may depend on the order of rechecks: in a chain A, B, C of overlaps B and C are held, or B alone.
 * So judge a real final state by `findFaults` and `countMinutes`; compare it with `expected` only without such a chain.
 * Times are whole minutes on one line (map an instant to its minute). Ids are compared by code unit.
 */
export type Ref = string
export type Status = 'waiting' | 'counting' | 'suspended' | 'voided' | 'rejected' | 'withdrawn'
export type ServiceRecord = {
  readonly registration: string
  readonly id: string
  readonly start: number
  /** H5: the end itself is not part of it. */
  readonly end: number
  /** The order of recording: the smaller number was first. */
  readonly recordedAt: number
  /** A held record that never counted stays `waiting`; one that counted is `suspended`. */
  readonly status: Status
  /** The records that its open holds name; empty when it is not held. */
  readonly held: ReadonlyArray<Ref>
}

export type State = {
  /** Every registration and the human it belongs to: after a merge, several have one human (G2). */
  readonly registrations: ReadonlyArray<{ readonly id: string; readonly human: string }>
  readonly records: ReadonlyArray<ServiceRecord>
  /** The pairs that a person ruled on by clearing the hold that named them, in either order. */
  readonly ruled: ReadonlyArray<readonly [Ref, Ref]>
}

export type Step =
  | ({ readonly type: 'submit' } & Omit<ServiceRecord, 'status' | 'held'>)
  | { readonly type: 'verify' | 'clear' | 'void'; readonly record: Ref }
  /** The groups of both registrations become one human, the one of `into`. */
  | { readonly type: 'merge'; readonly into: string; readonly from: string }

/** Two overlapping live records of one human. Of the two only `mayCount` may count, and none while both are held. */
export type Pair = {
  readonly stronger: Ref
  readonly weaker: Ref
  readonly mayCount: Ref | undefined
  readonly verdict: Verdict
}
export type Verdict = 'settled' | 'both count' | 'unsettled'

export type Expected = {
  readonly state: State
  readonly unsettled: ReadonlyArray<Pair>
  readonly minutes: ReadonlyMap<string, number>
  readonly pairs: ReadonlyArray<Pair>
}

const mostRegistrations = 200
const mostHoldsADecision = 200
export const empty: State = { registrations: [], records: [], ruled: [] }
export const recordName = (r: { readonly registration: string; readonly id: string }): Ref =>
  `${r.registration}/${r.id}`
/** Rejected, withdrawn and voided records free their interval (lifecycle of service records). */
export const isLive = (r: ServiceRecord): boolean => ['waiting', 'counting', 'suspended'].includes(r.status)
const counts = (r: ServiceRecord): boolean => r.status === 'counting'
const isHeld = (r: ServiceRecord): boolean => r.held.length > 0
/** A record that has counted never waits again; only records that have counted are suspended or voided. */
const everCounted = (r: ServiceRecord): boolean => ['counting', 'suspended', 'voided'].includes(r.status)

/** H5: half-open intervals, so one that begins when the other ends does not overlap. */
const overlap = (a: ServiceRecord, b: ServiceRecord): boolean => a.start < b.end && b.start < a.end

/** H5: the record recorded first; on a tie the smaller registration id decides, then the smaller record id. */
const isEarlier = (a: ServiceRecord, b: ServiceRecord): boolean => {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt
  if (a.registration !== b.registration) return a.registration < b.registration
  return a.id < b.id
}

/** H5: a counting record is stronger; of two that count, or two that do not, the one recorded first is. */
const isStronger = (a: ServiceRecord, b: ServiceRecord): boolean =>
  counts(a) !== counts(b) ? counts(a) : isEarlier(a, b)

const pairKey = (a: Ref, b: Ref): string => (a < b ? `${a} + ${b}` : `${b} + ${a}`)
const ruledKeys = (state: State): ReadonlySet<string> => new Set(state.ruled.map(([a, b]) => pairKey(a, b)))
const indexHumans = (state: State): ReadonlyMap<string, string> =>
  new Map(state.registrations.map(({ id, human }) => [id, human]))

/** G2: the records of each human, under all its registrations. */
const recordsByHuman = (state: State): ReadonlyMap<string, ReadonlyArray<ServiceRecord>> => {
  const humans = indexHumans(state)
  const found = new Map<string, ServiceRecord[]>()
  for (const human of humans.values()) found.set(human, [])
  for (const record of state.records) found.get(humans.get(record.registration) ?? '')?.push(record)
  return found
}

/** A pair is settled where not both count, and one is held now or a person has ruled on the pair. */
const judgePair = (a: ServiceRecord, b: ServiceRecord, ruled: ReadonlySet<string>): Verdict => {
  if (counts(a) && counts(b)) return 'both count'
  return isHeld(a) || isHeld(b) || ruled.has(pairKey(recordName(a), recordName(b))) ? 'settled' : 'unsettled'
}

/** H5: every pair of overlapping live records of one human, of any registration and body. */
export const listPairs = (state: State): ReadonlyArray<Pair> => {
  const ruled = ruledKeys(state)
  const pairs: Pair[] = []
  for (const records of recordsByHuman(state).values()) {
    const live = records.filter(isLive)
    for (const a of live)
      for (const b of live) {
        if (a === b || !overlap(a, b) || !isStronger(a, b)) continue
        const mayCount = [a, b].filter((r) => !isHeld(r)).map(recordName)[0]
        pairs.push({ stronger: recordName(a), weaker: recordName(b), mayCount, verdict: judgePair(a, b, ruled) })
      }
  }
  return pairs
}

/**
 * The records that count for each human now: the counting ones without those that give way to another counting record of
 * the human (rechecks are bounded, so an overlap that is not held yet must not count twice). A record gives way as a
 * whole, and also to one that itself gives way to a third: each pair is judged separately.
 */
export const countedRecords = (state: State): ReadonlyMap<string, ReadonlyArray<ServiceRecord>> => {
  const found = new Map<string, ReadonlyArray<ServiceRecord>>()
  for (const [human, records] of recordsByHuman(state)) {
    const counting = records.filter(counts)
    found.set(
      human,
      counting.filter((a) => !counting.some((b) => a !== b && overlap(a, b) && isStronger(b, a))),
    )
  }
  return found
}

/** The minutes of each human (also 0). A set has each minute once, no matter how often it was recorded. */
export const countMinutes = (state: State): Map<string, number> => {
  const found = new Map<string, number>()
  for (const [human, records] of countedRecords(state)) {
    const minutes = new Set<number>()
    for (const { start, end } of records) for (let minute = start; minute < end; minute += 1) minutes.add(minute)
    found.set(human, minutes.size)
  }
  return found
}

/** Whether `r`, which is held now, can have given way to `s` when it was held. See `everCounted`. */
const canHaveGivenWay = (r: ServiceRecord, s: ServiceRecord): boolean =>
  r.status === 'waiting' ? everCounted(s) || isEarlier(s, r) : everCounted(s) && isEarlier(s, r)

/** The faults in the holds of live records. */
const holdFaults = (state: State): ReadonlyArray<string> => {
  const humans = indexHumans(state)
  const byRef = new Map(state.records.map((r) => [recordName(r), r]))
  return state.records.filter(isLive).flatMap((r) => {
    const ref = recordName(r)
    const faults: string[] = []
    if (counts(r) && isHeld(r)) faults.push(`counts while held: ${ref} (a hold on a counting record suspends it)`)
    if (r.status === 'suspended' && !isHeld(r)) faults.push(`suspended without a hold: ${ref}`)
    const sameHuman = (s: ServiceRecord): boolean => humans.get(s.registration) === humans.get(r.registration)
    const named = r.held
      .flatMap((name) => byRef.get(name) ?? [])
      .filter((s) => s !== r && overlap(r, s) && sameHuman(s))
    for (const name of r.held)
      if (!named.some((s) => recordName(s) === name)) faults.push(`hold names no overlap: ${ref} names ${name} (H5)`)
    if (named.length > 0 && !counts(r) && !named.some((s) => canHaveGivenWay(r, s)))
      faults.push(`the stronger gave way: ${ref} to ${named.map(recordName).join(', ')} (H5)`)
    return faults
  })
}

/** Everything that the rules forbid in a state at rest, sorted; empty where there is no fault. */
export const findFaults = (state: State): string[] => {
  const humans = indexHumans(state)
  const faults = [...holdFaults(state)]
  if (humans.size < state.registrations.length) faults.push('a registration is listed twice (G2)')
  if (new Set(state.records.map(recordName)).size < state.records.length) faults.push('a record is listed twice (H11)')
  for (const r of state.records) {
    if (!humans.has(r.registration)) faults.push(`record without a registration: ${recordName(r)}`)
    const whole = Number.isInteger(r.start) && Number.isInteger(r.end) && r.start < r.end
    if (!whole) faults.push(`no interval of whole minutes: ${recordName(r)}`)
  }
  for (const human of new Set(humans.values())) {
    const size = state.registrations.filter((r) => r.human === human).length
    if (size > mostRegistrations) faults.push(`too many registrations: ${human} has ${size} (G2)`)
  }
  for (const { stronger, weaker, verdict } of listPairs(state))
    if (verdict !== 'settled') faults.push(`${verdict}: ${stronger}, ${weaker} (H5)`)
  return faults.sort()
}

/** The records to which a recheck makes `r` give way: the stronger ones of its unsettled pairs. While a record is held its overlaps wait with it. */
export const giveWayTo = (state: State, r: ServiceRecord): ReadonlyArray<Ref> => {
  if (!isLive(r) || isHeld(r)) return []
  const humans = indexHumans(state)
  const ruled = ruledKeys(state)
  const sameHuman = (s: ServiceRecord): boolean => humans.get(s.registration) === humans.get(r.registration)
  const others = state.records.filter((s) => s !== r && isLive(s) && sameHuman(s) && overlap(r, s) && isStronger(s, r))
  return others.filter((s) => judgePair(r, s, ruled) !== 'settled').map(recordName)
}

const change = (state: State, ref: Ref, to: (r: ServiceRecord) => ServiceRecord): State => ({
  ...state,
  records: state.records.map((r) => (recordName(r) === ref ? to(r) : r)),
})
/** A hold suspends a counting record; the status of every other record stays the same. */
export const hold = (state: State, ref: Ref, named: ReadonlyArray<Ref>): State =>
  change(state, ref, (r) => ({ ...r, status: counts(r) ? 'suspended' : r.status, held: [...r.held, ...named] }))

/** One decision of a recheck: it checks the strongest record first and holds at most `most` records. */
export const recheck = (state: State, most: number = mostHoldsADecision): State => {
  let now = state
  let left = most
  for (const r of [...state.records].sort((a, b) => (isStronger(a, b) ? -1 : 1))) {
    const named = left > 0 ? giveWayTo(now, r) : []
    if (named.length === 0) continue
    now = hold(now, recordName(r), named)
    left -= 1
  }
  return now
}

/** Rechecks until nothing is found. Each recheck that finds something holds one more record, so it ends. */
export const settle = (state: State): State => {
  const next = recheck(state)
  return next === state ? state : settle(next)
}

const joined = (state: State, id: string): State =>
  indexHumans(state).has(id) ? state : { ...state, registrations: [...state.registrations, { id, human: id }] }

/** One step of a person, before any recheck. A step that does not fit the state changes nothing. */
export const apply = (state: State, step: Step): State => {
  switch (step.type) {
    case 'submit': {
      const { type: _, ...fields } = step
      if (step.start >= step.end || state.records.some((r) => recordName(r) === recordName(step))) return state
      const known = joined(state, step.registration)
      return { ...known, records: [...known.records, { ...fields, status: 'waiting', held: [] }] }
    }
    case 'verify':
      return change(state, step.record, (r) =>
        r.status === 'waiting' && !isHeld(r) ? { ...r, status: 'counting' } : r,
      )
    case 'clear': {
      const cleared = state.records.find((r) => recordName(r) === step.record && isLive(r) && isHeld(r))
      if (cleared === undefined) return state
      const status = cleared.status === 'suspended' ? 'counting' : cleared.status
      const ruled = [...state.ruled, ...cleared.held.map((name): readonly [Ref, Ref] => [step.record, name])]
      return change({ ...state, ruled }, step.record, (r) => ({ ...r, status, held: [] }))
    }
    case 'void':
      return change(state, step.record, (r) =>
        isLive(r) ? { ...r, status: everCounted(r) ? 'voided' : 'rejected', held: [] } : r,
      )
    case 'merge': {
      const both = joined(joined(state, step.into), step.from)
      const into = indexHumans(both).get(step.into)
      const from = indexHumans(both).get(step.from)
      const size = both.registrations.filter(({ human }) => human === into || human === from).length
      if (into === undefined || into === from || size > mostRegistrations) return state
      return { ...both, registrations: both.registrations.map((r) => (r.human === from ? { ...r, human: into } : r)) }
    }
  }
}

/** Plays a history by the rules, with rechecks to rest after each step. `unsettled` is always empty. */
export const expected = (steps: ReadonlyArray<Step>): Expected => {
  const state = steps.reduce((now, step) => settle(apply(now, step)), empty)
  const pairs = listPairs(state)
  return { state, unsettled: pairs.filter(({ verdict }) => verdict !== 'settled'), minutes: countMinutes(state), pairs }
}
