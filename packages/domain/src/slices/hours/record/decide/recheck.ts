/** H5, H7, H9 and H13 over the registrations of one human (G2). Each stream holds its own records, and both sides agree which of a pair is held. */
import * as E from 'fp-ts/lib/Either.js'
import type { Moment, PersonId } from '@zhiyuan/kernel'
import { policyRead, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import type { Humans } from '../../../people/humans/humans.read.ts'
import { indexByTime } from '../overlap.ts'
import { mostHolds, type RecheckOverlaps, type RecordEvent, type RecordHeld } from '../record.codec.ts'
import type { Count } from '../../../../vocabulary/values.ts'
import { isCounting, isLive, type RecordState, type ServiceRecord } from '../record.state.ts'
import { findCopies } from './entered-anew.ts'
import { suspendHeld } from './hold.ts'
import { findMergedDays } from './long-day-merged.ts'
import { humanReads, onProcess, otherReads } from './shared.ts'
import { findWeaker, holdOverlap, listRecords, type Weaker } from './overlap.ts'
import { holdThirdPerson, lacksThirdPerson } from './three-persons.ts'

/** A record that has to be held, with the holds. */
interface Due {
  readonly record: ServiceRecord
  readonly holds: ReadonlyArray<RecordHeld>
}

const dueForOverlap = ({ record, stronger }: Weaker): Due => ({ record, holds: holdOverlap(record, stronger) })

/** Overlaps come first. A record suspended for an overlap is judged again before it counts. */
const listUnsettled = (
  records: ReadonlyArray<ServiceRecord>,
  against: ReadonlyArray<ServiceRecord>,
  humans: Humans,
): ReadonlyArray<Due> => {
  const weaker = findWeaker(records, against)
  const overlapping = new Set(weaker.map(({ record }) => record))
  const alone = records.filter((record) => !overlapping.has(record) && lacksThirdPerson({ record, humans }))
  return [...weaker.map(dueForOverlap), ...alone.map((record) => ({ record, holds: [holdThirdPerson(record)] }))]
}

/** H9: a copy of what was voided waits for the unit above, no matter what else it waits for. */
const listDue = (
  records: ReadonlyArray<ServiceRecord>,
  against: ReadonlyArray<ServiceRecord>,
  humans: Humans,
): ReadonlyArray<Due> => {
  const copies = new Map(findCopies(records, against).map(({ record, held }) => [record, held]))
  const unsettled = listUnsettled(records, against, humans).map(({ record, holds }): Due => {
    const held = copies.get(record)
    copies.delete(record)
    return { record, holds: held === undefined ? holds : [...holds, held] }
  })
  return [...unsettled, ...[...copies].map(([record, held]) => ({ record, holds: [held] }))]
}

/** Only the first hold suspends. */
const suspend = ({ record, holds: [first, ...more] }: Due): ReadonlyArray<RecordEvent> =>
  first === undefined ? [] : [...suspendHeld(record, first), ...more]

/** What is due here, and then the days that are too long with what overlaps nothing: an overlap is settled first. */
const listAllDue = (
  own: ReadonlyArray<ServiceRecord>,
  theirs: ReadonlyArray<ServiceRecord>,
  { humans, policies }: { readonly humans: Humans; readonly policies: PolicyBook },
): ReadonlyArray<Due> => {
  const due = listDue(own, [...own, ...theirs], humans)
  const held = new Set(due.map(({ record }) => record))
  const findOverlapping = indexByTime(theirs.filter(isLive))
  const days = findMergedDays(
    own.filter((record) => !held.has(record) && findOverlapping(record.segments, () => true, 1).length === 0),
    theirs,
    policies,
  )
  return [...due, ...days.map((one) => ({ record: one.record, holds: [one.held] }))]
}

/** The volunteers whose records have to be held, each once. */
const listVolunteers = (due: ReadonlyArray<Due>): ReadonlyArray<PersonId> =>
  [...new Set(due.map(({ record }) => record.volunteer))].sort()

const wholeReads = (command: RecheckOverlaps, state: RecordState, moment: Moment) => ({
  ...humanReads(command, state, moment),
  policies: policyRead(moment.jurisdiction),
})

/**
 * Holds the records here that have to give way (H5), are copies of what was voided (H9), have no third person any more (H7) or make a day too
 * long (H13), at most `mostHolds` at once. The event says whether to come again, and which registrations have to look too. This ends: a
 * hold settles a pair or a record and unsettles none, `more` follows only a full batch, and a registration that was told does not tell back.
 */
export const recheckOverlaps = onProcess<RecheckOverlaps>()({
  reads: wholeReads,
  thenReads: otherReads,
  about: ({ volunteer, tell }, state, { humans, policies, others }) => {
    const own = listRecords(state)
    const theirs = [...others.values()].flatMap(listRecords)
    const due = listAllDue(own, theirs, { humans, policies })
    const asked = theirs.filter(({ volunteer: other }) => tell === null || tell.includes(other))
    const told = listVolunteers(listDue(asked, own, humans))
    return due.length === 0 && told.length === 0 ? null : { volunteer, tell, due, told }
  },
  then: ({ volunteer, tell, due, told }) => {
    const now = due.slice(0, mostHolds)
    const suspended = now.filter(({ record }) => isCounting(record)).length as Count
    const more = due.length > mostHolds
    return E.right([
      ...now.flatMap(suspend),
      { type: 'OverlapsRechecked', volunteer, suspended, more, tell, others: told },
    ])
  },
})
