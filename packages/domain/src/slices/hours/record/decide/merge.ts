/** H5 over two registrations of one human (G2): each stream holds its own records, and each pair is held on the same side, whoever looks. */
import * as E from 'fp-ts/lib/Either.js'
import { refusePerson } from '../../../organisation/authority.ts'
import type { NoteSamePerson, RecheckOverlaps, RecordEvent } from '../record.codec.ts'
import { recordRead } from '../record.read.ts'
import { counts, isLive, type ServiceRecord, type RecordState } from '../record.state.ts'
import { holding } from './hold.ts'
import { on, type Decision } from './on.ts'
import { heldForOverlap, overlapping } from './overlap.ts'

const orderOfCapture = ({ recordedAt, volunteer, recordId }: ServiceRecord): string =>
  `${recordedAt} ${volunteer} ${recordId}`

/** What counts stays; of two that count, or of two that wait, the one recorded first. */
const givesWay = (one: ServiceRecord, other: ServiceRecord): boolean =>
  counts(one) === counts(other) ? orderOfCapture(one) > orderOfCapture(other) : counts(other)

const names = ({ holds }: ServiceRecord, { volunteer, recordId }: ServiceRecord): boolean =>
  holds.some(({ because }) => because.some((one) => one.volunteer === volunteer && one.recordId === recordId))

/** A pair was ruled on, or waits to be; two that count at once are never settled. */
const settled = (one: ServiceRecord, other: ServiceRecord): boolean =>
  !(counts(one) && counts(other)) && (names(one, other) || names(other, one))

/** What the own stream has to hold because of the other's records. */
const holdsBecauseOf = (state: RecordState, other: RecordState): ReadonlyArray<RecordEvent> => {
  const theirs = [...other.records.values()]
  return [...state.records.values()].flatMap((record) => {
    const stronger = overlapping(theirs, record.segments).filter(
      (one) => givesWay(record, one) && !settled(record, one),
    )
    return !isLive(record) ? [] : heldForOverlap(record, stronger).flatMap((held) => holding(record, held))
  })
}

export const noteSamePerson = on<typeof NoteSamePerson._A>()({
  reads: ({ other }) => ({ other: recordRead(other) }),
  decide:
    ({ type, volunteer, other }, facts, { actor }) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(actor, type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (other === volunteer || state.others.includes(other)) return E.right([])
      const noted: RecordEvent = { type: 'SamePersonNoted', volunteer, other, known: state.others.slice(0, 100) }
      return E.right([noted, ...holdsBecauseOf(state, facts.other)])
    },
})

/** Silent where nothing overlaps, or the other is not known here yet: then noting it will look. */
export const recheckOverlaps = on<typeof RecheckOverlaps._A>()({
  reads: ({ other }) => ({ other: recordRead(other) }),
  decide:
    ({ type, other }, facts, { actor }) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(actor, type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      return E.right(state.others.includes(other) ? holdsBecauseOf(state, facts.other) : [])
    },
})
