/**
 * What a volunteer is assigned to, attends and is credited for: a round of an order, or a session of an activity. Assignment, attendance,
 * record, to-do and timeline use it, so that sessions can be built without a new schema of a stored event.
 */
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { closed, decode, literal, variants, type Codec } from '@zhiyuan/kernel'
import { OrderId, SessionId, type RecordId } from './ids.ts'
import { Round } from './values.ts'

/** A round of an order. */
export const OrderRound = closed({ type: literal('order'), orderId: OrderId, round: Round })
export interface OrderRound extends t.TypeOf<typeof OrderRound> {}
/** A session of an activity. The session itself names the unit that hosts it. */
export const Session = closed({ type: literal('session'), sessionId: SessionId })
export interface Session extends t.TypeOf<typeof Session> {}
/** The order round or session that a service is of (H2). */
export const Occasion: Codec<Occasion> = variants('Occasion', [OrderRound, Session])
export type Occasion = OrderRound | Session

/** The key of an occasion in names of streams, keys of rows and derived ids. Ids have no dot, so it can be parsed and is unique. */
export const occasionKey = (occasion: Occasion): string => {
  switch (occasion.type) {
    case 'order':
      return `o.${occasion.orderId}.${occasion.round}`
    case 'session':
      return `s.${occasion.sessionId}`
  }
}

/** Parses a key; null for a text that is not the key of an occasion. */
export const parseOccasion = (key: string): Occasion | null => {
  const [kind, id, round] = key.split('.')
  const ofOrder = { type: 'order', orderId: id, round: Number(round) }
  const read = decode(Occasion)(kind === 'o' ? ofOrder : { type: 'session', sessionId: id })
  return E.isRight(read) && occasionKey(read.right) === key ? read.right : null
}

/** Whether both are the same round of an order, or the same session. */
export const isSameOccasion = (one: Occasion, other: Occasion): boolean => occasionKey(one) === occasionKey(other)

/**
 * The id of the record that an attendance of the occasion makes. A check-out that was taken back has used up one, so `attempt` counts them
 * (A8). It has a dot and the ids that recorders enter have none, so they never clash.
 */
export const deriveRecordId = (occasion: Occasion, attempt = 0): RecordId =>
  (attempt === 0 ? occasionKey(occasion) : `${occasionKey(occasion)}.again-${attempt}`) as RecordId

/** Whether an attendance of the occasion made the record, and no person entered it. */
export const isOfAttendance = (recordId: RecordId, occasion: Occasion): boolean =>
  recordId === deriveRecordId(occasion) || recordId.startsWith(`${occasionKey(occasion)}.again-`)
