import type { PersonId } from '@zhiyuan/kernel'
import type { TeamId } from '../../vocabulary/ids.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import type { RecordRef } from '../../slices/hours/record/record.codec.ts'
import { defineView, type Case } from '../cases.ts'
import { namePlace, personLooksPrefix, placeLooksPrefix, teamLooksPrefix, type SecondLookRow } from './row.ts'

const person = (of: PersonId | null, place: string): ReadonlyArray<string> =>
  of === null ? [] : [personLooksPrefix(of) + place]
const record = ({ volunteer, recordId }: RecordRef, place: string, teamId: TeamId | null): ReadonlyArray<string> =>
  [placeLooksPrefix(place), ...(teamId === null ? [] : [teamLooksPrefix(teamId)])].map(
    (prefix) => `${prefix}${volunteer}:${recordId}`,
  )

const atPerson = (key: string): boolean => key.startsWith('person:')

interface Entered extends RecordRef {
  readonly source: Occasion
}
/** The persons of an entry, and the record itself where a second look is due. */
const entered = <E extends Entered>(
  list: (event: E, place: string) => ReadonlyArray<string>,
): Case<SecondLookRow, E> => ({
  keys: (event) => list(event, namePlace(event.source)),
  evolve: (_row, { source, volunteer, recordId }, _noted, key) =>
    atPerson(key) ? { record: null, place: namePlace(source) } : { record: { volunteer, recordId }, place: null },
})

/** H20: which records are looked at twice, by place and team, and where each person was seated, recorded or served. */
export const secondLooks = defineView<SecondLookRow>('second-looks', 2, {
  initial: () => ({ record: null, place: null }),
  cases: {
    OrderPlaced: {
      keys: ({ orderId, requester, contact, proxy }) =>
        [requester, contact, proxy].flatMap((one) => person(one, `order.${orderId}`)),
      evolve: (_row, { orderId }) => ({ record: null, place: `order.${orderId}` }),
    },
    SeatTaken: {
      keys: ({ orderId, volunteer }) => person(volunteer, `order.${orderId}`),
      evolve: (_row, { orderId }) => ({ record: null, place: `order.${orderId}` }),
    },
    RecordSubmitted: entered((event, place) => [
      ...[event.volunteer, event.recorder].flatMap((one) => person(one, place)),
      ...(event.lookUntil === null ? [] : record(event, place, event.teamId)),
    ]),
    RecordResubmitted: entered((event, place) => [
      ...person(event.by, place),
      ...(event.lookUntil === null ? [] : record(event, place, event.teamId)),
    ]),
    AddedTimeEntered: entered((event, place) => [...person(event.by, place), ...record(event, place, event.teamId)]),
  },
})
