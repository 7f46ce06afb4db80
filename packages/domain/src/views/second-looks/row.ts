import type { PersonId } from '@zhiyuan/kernel'
import type { TeamId } from '../../vocabulary/ids.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import type { RecordRef } from '../../slices/hours/record/record.codec.ts'

/** One entry of a list: a record that was to be looked at twice, or a place where a person was. Written once. */
export interface SecondLookRow {
  readonly record: RecordRef | null
  readonly place: string | null
}

/** An order with all its rounds, or a session: who was in one round may object to a record of another. */
export const namePlace = (occasion: Occasion): string =>
  occasion.type === 'order' ? `order.${occasion.orderId}` : `session.${occasion.sessionId}`

export const personLooksPrefix = (person: PersonId): string => `person:${person}:`
export const teamLooksPrefix = (team: TeamId): string => `team:${team}:`
export const placeLooksPrefix = (place: string): string => `place:${place}:`
