import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId } from '@zhiyuan/kernel'
import type { BodyId, TeamId } from '../../../../vocabulary/ids.ts'
import type { OrderState } from '../../../requests/order/order.read.ts'
import { bodyOfUnit, certifierOf, unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { teamRead, type TeamState } from '../../../organisation/team/team.read.ts'
import { lastSurvivor } from '../../../people/volunteer/volunteer.read.ts'
import type { Round } from '../../../../vocabulary/words.ts'
import { isSameOccasion, type Occasion } from '../../../../vocabulary/occasion.ts'
import type { Backfill, HostedOccasion } from '../record.codec.ts'
import type { RecordRejection } from '../record.rejection.ts'
import type { ServiceRecord, RecordState } from '../record.state.ts'
import { capture, captureNeeds, type CaptureFacts } from './capture.ts'
import { refuseRecorder } from './certifier.ts'
import { isCredited, actorOf, isParty, on, recordOf, registrations, survivor, type Decision } from './on.ts'
import { overlapping, recordsBeside, refOf } from './overlap.ts'
import { refuseEntered } from './served.ts'
import { findOwner, readOrder } from './submit.ts'

type Command = typeof Backfill._A
interface Organised {
  readonly tree: UnitTree
  readonly order: OrderState | null
  readonly team: TeamState | null
}

/** What its record keeps: the host is said apart. */
const sourceOf = (occasion: HostedOccasion): Occasion =>
  occasion.type === 'order' ? occasion : { type: 'session', sessionId: occasion.sessionId }

/** As it was entered. */
const occasionOf = ({ source, servedUnit }: ServiceRecord['submitted']): HostedOccasion =>
  source.type === 'order' ? source : { ...source, host: servedUnit }

const saysTheSame = ({ submitted }: ServiceRecord, command: Command): boolean => {
  const { segments, minutes, content, bodyId, teamId, responsible, reason } = submitted
  return sameContent(
    { occasion: occasionOf(submitted), segments, minutes, content, bodyId, teamId, responsible, reason },
    {
      ...{ occasion: command.occasion, segments: command.segments, minutes: command.minutes, content: command.content },
      ...{ bodyId: command.bodyId, teamId: command.teamId, responsible: command.responsible, reason: command.reason },
    },
  )
}

/** The team whose acceptance was the last of that round. */
const servedIn = (order: OrderState | null, round: Round): TeamId | null =>
  order === null || order.type === 'None'
    ? null
    : (order.offers.findLast(({ offered, answer }) => offered.round === round && answer === 'accepted')?.teamId ?? null)

/** H3: the body that organised the service, or its registered successor. */
const organiserOf = ({ occasion, teamId }: Command, { tree, order, team }: Organised): BodyId | RecordRejection => {
  if (occasion.type === 'session') return certifierOf(tree, bodyOfUnit(occasion.host))
  const served = servedIn(order, occasion.round)
  if (served === null || served !== teamId || team === null || team.type === 'None')
    return { type: 'TeamDidNotServe', teamId, round: occasion.round }
  return certifierOf(tree, team.bodyId)
}

/** H3: the organiser's side, in the name of the organiser. */
const refuseForeign = (command: Command, facts: Organised, moment: Moment): RecordRejection | null => {
  const { bodyId } = command
  const refusal = refuseRecorder(facts.tree, moment, bodyId, command)
  if (refusal?.type === 'NotAuthorised') return refusal
  const organiser = organiserOf(command, facts)
  if (typeof organiser !== 'string') return organiser
  return organiser === bodyId ? refusal : { type: 'NotTheOrganiser', bodyId, organiser }
}

/** Whether it is the registration that figures use: of a circle of merges its first one (G2). */
const goesOn = (facts: CaptureFacts, volunteer: PersonId): boolean => {
  const next = (person: PersonId): PersonId | undefined => {
    const into = survivor(facts, person)
    return into === person ? undefined : into
  }
  return lastSurvivor(next, volunteer) === volunteer
}

/** G2, H7: a registered volunteer, under the registration that survives, other than the recorder. */
const refuseVolunteer = (
  { volunteer }: Command,
  facts: CaptureFacts,
  state: RecordState,
  recorder: PersonId,
): RecordRejection | null => {
  const { registration } = facts
  if (registration.type === 'None') return { type: 'NotAVolunteer', person: volunteer }
  if (registration.type === 'Merged' && !goesOn(facts, volunteer))
    return { type: 'MergedInto', survivor: registration.survivor }
  const own = isCredited(state, volunteer, recorder) || isParty(facts, volunteer, recorder)
  return own ? { type: 'RecorderIsVolunteer', person: recorder } : null
}

/** H11: the same service at the same time, under another id. */
const refuseTwice = ({ occasion, segments }: Command, beside: ReadonlyArray<ServiceRecord>): RecordRejection | null => {
  const twin = overlapping(beside, segments).find(
    (one) => isSameOccasion(one.source, sourceOf(occasion)) && sameContent(one.segments, segments),
  )
  return twin === undefined ? null : { type: 'RecordedAlready', record: refOf(twin) }
}

/** H3, H7, H13: after the fact, by the organiser's side: grade `manual` for ever. */
export const backfill = on<Command>()({
  reads: (command, state, moment) => ({
    ...captureNeeds(command, state, moment),
    ...registrations([command.volunteer, ...state.others, ...actorOf(moment)]),
    tree: unitsRead(moment.jurisdiction),
    order: readOrder(command.occasion),
    team: command.teamId === null ? null : teamRead(command.teamId),
  }),
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { volunteer, recordId, occasion, segments, minutes, content, bodyId, teamId, responsible, reason } = command
      const there = recordOf(state, recordId)
      if (there !== undefined)
        return saysTheSame(there, command) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: recordId })
      const refusal = refuseForeign(command, facts, moment)
      if (refusal !== null) return E.left(refusal)
      if (moment.actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: command.type })
      const { person: recorder } = moment.actor
      const unfit =
        refuseVolunteer(command, facts, state, recorder) ??
        refuseEntered(segments, minutes, moment.now) ??
        refuseTwice(command, recordsBeside(state, facts, null))
      if (unfit !== null) return E.left(unfit)
      if (teamId !== null && facts.team?.type === 'None') return E.left({ type: 'NotThere', id: teamId })
      const unit = occasion.type === 'session' ? E.right(occasion.host) : findOwner(occasion, facts.order)
      if (E.isLeft(unit)) return unit
      return capture(state, facts, moment, {
        ...{ volunteer, recordId, source: sourceOf(occasion), segments, minutes, content },
        ...{ servedUnit: unit.right, bodyId, teamId },
        ...{ grade: 'manual', recorder, responsible, reason },
      })
    },
})
