import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type UnitId } from '@zhiyuan/kernel'
import { orderRead, type OrderState } from '../../../requests/order/order.read.ts'
import { isSameHuman } from '../../../people/humans/humans.read.ts'
import { teamRead } from '../../../organisation/team/team.read.ts'
import { isOfAttendance, type Occasion, type OrderRound } from '../../../../vocabulary/occasion.ts'
import type { NotThere } from '../../../../vocabulary/rejections.ts'
import type { HostedOccasion, SubmitRecord } from '../record.codec.ts'
import type { ServiceRecord } from '../record.state.ts'
import { capture, captureReads } from './capture.ts'
import { presenceReads } from './contradiction.ts'
import { onProcess, otherReads, findRecord, type Decision } from './shared.ts'
import { refuseServed } from './served.ts'

/** No session is published anywhere yet, so there is none to read. */
export const readOrder = (source: Occasion | HostedOccasion) =>
  source.type === 'order' ? orderRead(source.orderId) : null

/** H17: an order is served for its owner. */
export const findOwner = ({ orderId }: OrderRound, order: OrderState | null): E.Either<NotThere, UnitId> =>
  order === null || order.type === 'None' ? E.left({ type: 'NotThere', id: orderId }) : E.right(order.owner)

const saysTheSame = ({ submitted }: ServiceRecord, command: SubmitRecord): boolean => {
  const { source, segments, minutes, grade, content, bodyId, teamId, recorder } = submitted
  return sameContent(
    { source, segments, minutes, grade, content, bodyId, teamId, recorder },
    {
      source: command.source,
      segments: command.segments,
      minutes: command.minutes,
      grade: command.grade,
      content: command.content,
      bodyId: command.bodyId,
      teamId: command.teamId,
      recorder: command.confirmer,
    },
  )
}

/** H2: a check-out (`system`) or a confirmation (`attested`) becomes a record; the confirmer counts as the one who entered it. */
export const submitRecord = onProcess<SubmitRecord>()({
  reads: (command, state, moment) => ({
    ...captureReads(command, state, moment),
    order: readOrder(command.source),
    team: command.teamId === null ? null : teamRead(command.teamId),
  }),
  thenReads: (found, command) => ({
    ...otherReads(found, command),
    ...presenceReads(found.humans, command.grade === 'manual' ? command : undefined),
  }),
  about: (command, state) => {
    // What a recorder enters alone is of an attendance, or it is a backfill.
    if (command.grade === 'manual' && !isOfAttendance(command.recordId, command.source)) return null
    const there = findRecord(state, command.recordId)
    return there !== undefined && saysTheSame(there, command) ? null : { command, state, there }
  },
  then: ({ command, state, there }, facts, moment): Decision => {
    const { volunteer, recordId, source, segments, minutes, grade, content, bodyId, teamId, confirmer } = command
    if (there !== undefined) return E.left({ type: 'SameIdOtherContent', id: recordId })
    const unfit = refuseServed(segments, minutes, moment.now)
    if (unfit !== null) return E.left(unfit)
    if (confirmer !== null && isSameHuman(facts.humans, volunteer, confirmer))
      return E.left({ type: 'RecorderIsVolunteer', person: confirmer })
    if (source.type === 'session') return E.left({ type: 'NotThere', id: source.sessionId })
    const owner = findOwner(source, facts.order)
    if (E.isLeft(owner)) return owner
    if (teamId === null || facts.team === null)
      return E.left({ type: 'TeamDidNotServe', teamId, served: null, round: source.round })
    if (facts.team.type === 'None') return E.left({ type: 'NotThere', id: teamId })
    // H2a: what the body's recorder enters alone is a record by hand (A14).
    const told = grade === 'manual' ? { ...facts, session: null } : null
    const described = {
      volunteer,
      recordId,
      source,
      segments,
      minutes,
      grade,
      content,
      servedUnit: owner.right,
      bodyId,
      teamId,
      recorder: confirmer,
      // H7: who enters a capture alone answers for it under own name (A14).
      responsible:
        grade === 'manual' && confirmer !== null ? confirmer : (facts.team.leader ?? facts.team.founded.leader),
      reason: null,
    }
    const entered = capture(state, facts, moment, described, told)
    if (E.isLeft(entered) || command.tellers.length === 0) return entered
    const { tellers } = command
    return E.right([...entered.right, { type: 'TellersNoted', volunteer, recordId, bodyId, tellers }])
  },
})
