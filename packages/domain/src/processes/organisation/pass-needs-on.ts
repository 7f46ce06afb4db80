import { send, type Process, type Reaction, type UnitId } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { NeedId } from '../../vocabulary/ids.ts'
import { processReason } from './reason.ts'

/** A unit as an owner: whether it closes, and its needs that are not finished. */
export interface OwnerRow {
  readonly unitId: UnitId
  readonly closing: boolean
  readonly needs: ReadonlyArray<NeedId>
}

/** A need comes to an owner (`from` is null), ends there (`to` is null), or moves. */
interface Passage {
  readonly needId: NeedId
  readonly from: UnitId | null
  readonly to: UnitId | null
}

type EventOf<T extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: T }>
const arrivals = ['NeedSubmitted', 'NeedUnmerged', 'MergedNeedReturned', 'OrderAwaited'] as const
const ends = ['NeedRejected', 'NeedReferred', 'NeedMerged', 'NeedWithdrawn', 'InformationLapsed'] as const
const makeTypeGuard =
  <T extends LedgerEvent['type']>(types: ReadonlyArray<T>) =>
  (event: LedgerEvent): event is EventOf<T> =>
    (types as ReadonlyArray<string>).includes(event.type)
const isArrival = makeTypeGuard(arrivals)
const isEnd = makeTypeGuard(ends)

const findPassage = (event: LedgerEvent): Passage | null => {
  if (isArrival(event)) return { needId: event.needId, from: null, to: event.unitId }
  if (isEnd(event)) return { needId: event.needId, from: event.unitId, to: null }
  if (event.type === 'StandingNoted') {
    const { needId, unitId, standing } = event
    return standing === 'met' ? { needId, from: unitId, to: null } : { needId, from: null, to: unitId }
  }
  if (event.type === 'NeedPassedOn') return event
  // A merged need comes back later, by an event that names its owner.
  return event.type === 'NeedMisrouted'
    ? { needId: event.needId, from: event.from, to: event.survivor === null ? event.to : null }
    : null
}

const keys = (event: LedgerEvent): ReadonlyArray<UnitId> => {
  if (event.type === 'UnitClosingBegan') return [event.unitId]
  const passage = findPassage(event)
  return [passage?.from, passage?.to].flatMap((unit) => unit ?? [])
}

const evolve = (row: OwnerRow, event: LedgerEvent): OwnerRow => {
  if (event.type === 'UnitClosingBegan') return { ...row, closing: true }
  const passage = findPassage(event)
  if (passage === null) return row
  const others = row.needs.filter((need) => need !== passage.needId)
  return { ...row, needs: passage.to === row.unitId ? [...others, passage.needId] : others }
}

const sendPassings = (
  { unitId: from }: OwnerRow,
  needs: ReadonlyArray<NeedId>,
): ReadonlyArray<Reaction<LedgerCommand>> =>
  needs.map((needId) => send({ type: 'PassNeedOn', needId, from, reason: processReason('unit-closing') }))

/**
 * N12, G1: a unit that begins to close passes its unfinished needs to its successor or parent; so it does with one that slipped in at the same
 * moment, or comes to life again there later.
 */
export const passNeedsOn: Process<OwnerRow, LedgerEvent, LedgerCommand> = {
  name: 'pass-needs-on',
  version: 1,
  initial: (unitId) => ({ unitId: unitId as UnitId, closing: false, needs: [] }),
  keys,
  evolve: (row, { data }) => evolve(row, data),
  react: ({ data: event }, rows) =>
    rows
      .filter(({ closing }) => closing)
      .flatMap((row) => {
        if (event.type === 'UnitClosingBegan') return sendPassings(row, row.needs)
        const passage = findPassage(event)
        return passage?.to === row.unitId ? sendPassings(row, [passage.needId]) : []
      }),
}
