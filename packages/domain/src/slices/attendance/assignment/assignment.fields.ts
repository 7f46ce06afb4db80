/** Fields that events and commands of an assignment share. */
import { EventId, Instant, nullable } from '@zhiyuan/kernel'
import { BodyId, PersonId, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import { Occasion } from '../../../vocabulary/occasion.ts'
import { Interval, TeamSpecialty } from '../../../vocabulary/values.ts'

export const ref = { occasion: Occasion, volunteer: PersonId }

/** An event that waits for a second person or an excuse names the body that answers for it, since to-do lists are kept by body. */
export const waiting = { ...ref, bodyId: BodyId }
/**
 * What a record of this service needs. `owner` is the owner of the order or the host of the session. A volunteer may sign up for a session
 * without a team.
 */
export const service = { teamId: nullable(TeamId), bodyId: BodyId, owner: UnitId, specialty: TeamSpecialty }
/**
 * `seat` is the event by which the volunteer took the seat. An order that was handed back and accepted again in the same round may seat the
 * same volunteer a second time; `seat` tells that from a repeat. The seat is bound since `boundAt` (A14).
 */
export const opening = { ...ref, ...service, seat: EventId, boundAt: Instant, planned: nullable(Interval) }
