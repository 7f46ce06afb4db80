import { send, type PersonId, type Process, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { HoldId } from '../../vocabulary/ids.ts'
import { occasionKey } from '../../vocabulary/occasion.ts'
import type { Round, Segments } from '../../vocabulary/values.ts'
import type { RecordRef } from '../../slices/hours/record/record.codec.ts'

interface Entered extends RecordRef {
  readonly segments: Segments
}

/** Of a round or session: its records by hand. Of a registration: all those of its human, empty while it is alone. */
export interface EnteredRow {
  readonly entered: ReadonlyArray<Entered>
  readonly group: ReadonlyArray<PersonId>
}

const entering = ['RecordSubmitted', 'RecordResubmitted', 'RecordCorrected'] as const satisfies ReadonlyArray<
  LedgerEvent['type']
>
type Entering = Extract<LedgerEvent, { readonly type: (typeof entering)[number] }>
const isEntering = (event: LedgerEvent): event is Entering =>
  (entering as ReadonlyArray<string>).includes(event.type) && 'grade' in event && event.grade === 'manual'

const unsaid = [
  'OrderCancelled',
  'OrderMissed',
  'SessionCancelled',
  'SeatFreed',
  'AbsenceAlleged',
  'AttendanceUnconfirmed',
  'CaptureRefused',
  'AssignmentOpened',
  'CheckedOut',
  'AttendanceConfirmed',
] as const satisfies ReadonlyArray<LedgerEvent['type']>
type Unsaid = Extract<LedgerEvent, { readonly type: (typeof unsaid)[number] }>
/**
 * What may say, after a record was entered, that the service did not take place so. A seat that is freed for an absence or its excuse says
 * nothing more than the allegation did.
 */
const isUnsaid = (event: LedgerEvent): event is Unsaid =>
  (unsaid as ReadonlyArray<string>).includes(event.type) &&
  (event.type !== 'SeatFreed' || (event.reason !== 'absent' && event.reason !== 'released'))

const nameOccasion = (event: Unsaid): string => {
  if ('occasion' in event) return occasionKey(event.occasion)
  if (event.type === 'SessionCancelled') return occasionKey({ type: 'session', sessionId: event.sessionId })
  return nameRound(event)
}
const nameRound = ({ orderId, round }: Extract<Unsaid, { readonly round: Round }>): string =>
  occasionKey({ type: 'order', orderId, round })
const nameRegistration = (person: PersonId): string => `p.${person}`

const hold = ({ volunteer, recordId }: Entered, { type }: Unsaid): Reaction<LedgerCommand> =>
  send({
    type: 'HoldRecord',
    volunteer,
    recordId,
    holdId: `log:${type}` as HoldId,
    kind: 'contradicts-the-log',
    because: [],
  })

/** Whether it says so of these times: a seat that was bound after they begin (A14), or a presence of which they are no part. */
const isAgainst = (event: Unsaid, segments: Segments): boolean => {
  switch (event.type) {
    case 'AssignmentOpened':
      return segments.some(({ start }) => start < event.boundAt)
    case 'CheckedOut':
    case 'AttendanceConfirmed':
      return segments.some((one) => !event.segments.some(({ start, end }) => one.start < end && start < one.end))
    case 'OrderCancelled':
    case 'OrderMissed':
    case 'SessionCancelled':
    case 'SeatFreed':
    case 'AbsenceAlleged':
    case 'AttendanceUnconfirmed':
    case 'CaptureRefused':
      return true
  }
}

/** The other registrations whose group has changed, with the group of each. */
const listGroups = (event: LedgerEvent): ReadonlyArray<ReadonlyArray<PersonId>> => {
  if (event.type === 'RegistrationsMerged') return [[...event.joining, ...event.there]]
  return event.type === 'RegistrationsSplit' ? [event.leaving, event.staying] : []
}

/** An entry of times takes the place of the one before. */
const enter = (row: EnteredRow, { volunteer, recordId, segments }: Entering): EnteredRow => {
  const others = row.entered.filter((one) => one.volunteer !== volunteer || one.recordId !== recordId)
  return { ...row, entered: [...others, { volunteer, recordId, segments }] }
}

/**
 * H2a: an order or a session that is called off, a round that is missed, a seat that is given up, an absence that is alleged, a presence for
 * which no one vouched (A9) or another one, and a seat bound later than the record begins (A14), after the record was entered by hand. What
 * is said of a person is said of each registration of the human (G2). Minutes that overlap are a hold of their own (H5).
 */
export const contradictionHolds: Process<EnteredRow, LedgerEvent, LedgerCommand> = {
  name: 'contradiction-holds',
  version: 3,
  initial: () => ({ entered: [], group: [] }),
  keys: (event) => {
    if (isEntering(event)) return [occasionKey(event.source)]
    if (isUnsaid(event))
      return [nameOccasion(event), ...('volunteer' in event ? [nameRegistration(event.volunteer)] : [])]
    return listGroups(event).flat().map(nameRegistration)
  },
  evolve: (row, { data }, key) => {
    if (isEntering(data)) return enter(row, data)
    const group = listGroups(data).find((one) => one.some((person) => nameRegistration(person) === key))
    return group === undefined ? row : { ...row, group }
  },
  react: ({ data }, [occasion, human]) => {
    if (!isUnsaid(data)) return []
    const isOf = (one: PersonId): boolean =>
      !('volunteer' in data) || one === data.volunteer || human?.group.includes(one) === true
    return (occasion?.entered ?? [])
      .filter(({ volunteer, segments }) => isOf(volunteer) && isAgainst(data, segments))
      .map((one) => hold(one, data))
  },
}
