import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import { refusePerson } from '../../../organisation/authority.ts'
import type { OrderId } from '../../../../vocabulary/ids.ts'
import { orderRead, type OrderState } from '../../../requests/order/order.read.ts'
import { teamRead } from '../../../organisation/team/team.read.ts'
import type { RecordSource, SubmitRecord } from '../record.codec.ts'
import type { ServiceRecord } from '../record.state.ts'
import { capture, captureNeeds } from './capture.ts'
import { isCredited, on, recordOf, type Decision } from './on.ts'
import { refuseServed } from './served.ts'

/** The order that a record is of; one that does not exist for a session. */
export const orderOf = (source: RecordSource): OrderId =>
  source.type === 'order' ? source.orderId : ('none' as OrderId)

/** H17: the order's owner or the session's host; null where there is no such order. */
export const servedUnitOf = (source: RecordSource, order: OrderState) => {
  if (source.type === 'session') return source.host
  return order.type === 'None' ? null : order.owner
}

const saysTheSame = ({ submitted }: ServiceRecord, command: typeof SubmitRecord._A): boolean => {
  const { source, segments, minutes, grade, content, bodyId, teamId, recorder } = submitted
  return sameContent(
    { source, segments, minutes, grade, content, bodyId, teamId, recorder },
    {
      ...{ source: command.source, segments: command.segments, minutes: command.minutes, grade: command.grade },
      ...{ content: command.content, bodyId: command.bodyId, teamId: command.teamId, recorder: command.confirmer },
    },
  )
}

/** H2: what a check-out (`system`) or a confirmation (`attested`) proves becomes a record; the confirmer counts as who entered it. */
export const submitRecord = on<typeof SubmitRecord._A>()({
  reads: (command, state, moment) => ({
    ...captureNeeds(command, state, moment),
    order: orderRead(orderOf(command.source)),
    team: teamRead(command.teamId),
  }),
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(moment.actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      const { volunteer, recordId, source, segments, minutes, grade, content, bodyId, teamId, confirmer } = command
      const there = recordOf(state, recordId)
      if (there !== undefined)
        return saysTheSame(there, command) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: recordId })
      const unfit = refuseServed(segments, minutes, moment.now)
      if (unfit !== null) return E.left(unfit)
      if (confirmer !== null && isCredited(state, volunteer, confirmer))
        return E.left({ type: 'RecorderIsVolunteer', person: confirmer })
      const servedUnit = servedUnitOf(source, facts.order)
      if (servedUnit === null) return E.left({ type: 'NotThere', id: orderOf(source) })
      if (facts.team.type === 'None') return E.left({ type: 'NotThere', id: teamId })
      const { leader: responsible } = facts.team
      return capture(state, facts, moment, {
        ...{ volunteer, recordId, source, segments, minutes, grade, content, servedUnit, bodyId, teamId },
        ...{ recorder: confirmer, responsible, reason: null },
      })
    },
})
