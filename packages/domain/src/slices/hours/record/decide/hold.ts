/** Holds: set by processes, cleared by named persons with a reason (H15). */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import { refusePerson } from '../../../organisation/authority.ts'
import type { Code } from '../../../../vocabulary/words.ts'
import type { ClearHold, HoldKind, HoldRecord, RecordHeld, RecordEvent } from '../record.codec.ts'
import { counts, isHeld, isLive, isOpen, type ServiceRecord } from '../record.state.ts'
import { refuseApprover, refuseInvolved } from './certifier.ts'
import { notAllowed, on, personOf, recordOf, standingOf, stepOf, unitsAndOthers, type Decision } from './on.ts'
import { recordsBeside, refuseOverlap } from './overlap.ts'

/** A record that counted is suspended by its hold (H12). */
export const holding = (record: ServiceRecord, held: typeof RecordHeld._A): ReadonlyArray<RecordEvent> => {
  if (!counts(record)) return [held]
  const reason = { code: held.kind satisfies HoldKind as string as Code, text: null }
  return [held, { type: 'RecordSuspended', ...standingOf(record, record.revision + 1), by: null, reason }]
}

/** A hold once set is not set again, also after it was cleared; a burst holds `manual` records only (H12). */
export const holdRecord = on<typeof HoldRecord._A>()({
  decide:
    (command, _found, { actor }) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      const record = recordOf(state, command.recordId)
      if (record === undefined) return E.left(notAllowed(record, command))
      const { holdId, kind, because } = command
      const meant = isLive(record) && (kind !== 'burst' || record.grade === 'manual')
      if (!meant || record.holds.some((one) => one.holdId === holdId)) return E.right([])
      const { minutes, day, grade } = record
      const held = { type: 'RecordHeld' as const, ...stepOf(record), holdId, kind, because, minutes, day, grade }
      return E.right(holding(record, held))
    },
})

/** By an approver of the certifying unit or above who is not involved (H7). The last one cleared reinstates what a hold alone suspended. */
export const clearHold = on<typeof ClearHold._A>()({
  reads: unitsAndOthers,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const record = recordOf(state, command.recordId)
      if (record === undefined) return E.left(notAllowed(record, command))
      const { holdId, reason } = command
      const hold = record.holds.find((one) => one.holdId === holdId)
      const by = personOf(moment)
      if (hold !== undefined && hold.cleared !== null)
        return hold.cleared.by === by && sameContent(hold.cleared.reason, reason)
          ? E.right([])
          : E.left({ type: 'SameIdOtherContent', id: holdId })
      if (!isHeld(record) || !isLive(record)) return E.left(notAllowed(record, command))
      const refusal =
        refuseApprover(facts.tree, moment, record, command) ?? refuseInvolved({ state, record, facts }, moment)
      if (refusal !== null) return E.left(refusal)
      if (hold === undefined) return E.left({ type: 'NotThere', id: holdId })
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const stillHeld = record.holds.some((one) => isOpen(one) && one.holdId !== holdId)
      const cleared: RecordEvent = { type: 'HoldCleared', ...stepOf(record), holdId, by, reason, stillHeld }
      if (stillHeld || record.suspendedByPerson !== false) return E.right([cleared])
      const overlap = refuseOverlap(recordsBeside(state, facts, record.recordId), record.segments)
      if (overlap !== null) return E.left(overlap)
      return E.right([cleared, { type: 'RecordReinstated', ...standingOf(record, record.revision + 1), by, reason }])
    },
})
