import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId, type UnitId } from '@zhiyuan/kernel'
import type { BodyId, TeamId } from '../../../../vocabulary/ids.ts'
import type { SessionState } from '../../../attendance/session/session.read.ts'
import type { OrderState } from '../../../requests/order/order.read.ts'
import { findBodyOfUnit, findCertifier, type UnitTree } from '../../../organisation/units/units.read.ts'
import { refuseContent } from '../../../organisation/team/specialty.read.ts'
import { teamRead, type TeamState } from '../../../organisation/team/team.read.ts'
import { isSameHuman, refuseMerged, type Humans } from '../../../people/humans/humans.read.ts'
import type { VolunteerState } from '../../../people/volunteer/volunteer.read.ts'
import type { Round } from '../../../../vocabulary/values.ts'
import { isSameOccasion, type Occasion } from '../../../../vocabulary/occasion.ts'
import type { Backfill, HostedOccasion } from '../record.codec.ts'
import type { RecordRejection } from '../record.rejection.ts'
import type { ServiceRecord } from '../record.state.ts'
import { capture, captureReads } from './capture.ts'
import { refuseRecorder } from './certifier.ts'
import { on, otherReads, findRecord, type Decision } from './shared.ts'
import { listOverlapping, listOtherRecords, copyRef } from './overlap.ts'
import { refuseResponsible } from './responsible.ts'
import { refuseEntered } from './served.ts'
import { presenceReads, toldReads } from './contradiction.ts'
import { findOwner } from './submit.ts'

type Command = Backfill
interface Organised {
  readonly tree: UnitTree
  /** Null for a session. */
  readonly order: OrderState | null
  /** Null for an order. */
  readonly session: SessionState | null
  /** Null where no team is named. */
  readonly team: TeamState | null
}
interface Volunteers {
  readonly registration: VolunteerState
  readonly humans: Humans
}

/** The occasion as the record keeps it; the host goes into `servedUnit`. */
const copySource = (occasion: HostedOccasion): Occasion =>
  occasion.type === 'order' ? occasion : { type: 'session', sessionId: occasion.sessionId }

/** The occasion as the recorder entered it. */
const readOccasion = ({ source, servedUnit }: ServiceRecord['submitted']): HostedOccasion =>
  source.type === 'order' ? source : { ...source, host: servedUnit }

const saysTheSame = ({ submitted }: ServiceRecord, command: Command): boolean => {
  const { segments, minutes, content, bodyId, teamId, responsible, reason } = submitted
  return sameContent(
    { occasion: readOccasion(submitted), segments, minutes, content, bodyId, teamId, responsible, reason },
    {
      occasion: command.occasion,
      segments: command.segments,
      minutes: command.minutes,
      content: command.content,
      bodyId: command.bodyId,
      teamId: command.teamId,
      responsible: command.responsible,
      reason: command.reason,
    },
  )
}

/** The team that was the last to accept in that round. */
const findServingTeam = (order: OrderState | null, round: Round): TeamId | null =>
  order === null || order.type === 'None'
    ? null
    : (order.offers.findLast(({ offered, answer }) => offered.round === round && answer === 'accepted')?.teamId ?? null)

/** The body of the unit that hosts the session. One that was published has the host that it was published with. */
const findHost = (
  host: UnitId,
  { tree, session }: Pick<Organised, 'tree' | 'session'>,
): E.Either<RecordRejection, BodyId> => {
  const body = findCertifier(tree, findBodyOfUnit(host))
  if (session === null || session.type === 'None' || session.published.host === host) return E.right(body)
  const organiser = findCertifier(tree, findBodyOfUnit(session.published.host))
  return E.left({ type: 'NotTheOrganiser', bodyId: body, organiser })
}

/** H3: the body that organised the service, or its registered successor. */
const findOrganiser = (
  { occasion, teamId }: Command,
  { tree, order, session, team }: Organised,
): E.Either<RecordRejection, BodyId> => {
  if (occasion.type === 'session') return findHost(occasion.host, { tree, session })
  const served = findServingTeam(order, occasion.round)
  if (served === null || served !== teamId || team === null || team.type === 'None')
    return E.left({ type: 'TeamDidNotServe', teamId, served, round: occasion.round })
  return E.right(findCertifier(tree, team.bodyId))
}

/** H3: only a recorder or clerk of the organiser's unit enters it, in the organiser's name. */
const refuseForeign = (
  command: Command,
  facts: Organised & Pick<Volunteers, 'humans'>,
  moment: Moment,
): RecordRejection | null => {
  const { bodyId } = command
  const refusal = refuseRecorder(facts, moment, command, command)
  if (refusal?.type === 'NotAuthorised') return refusal
  const organiser = findOrganiser(command, facts)
  if (E.isLeft(organiser)) return organiser.left
  return organiser.right === bodyId ? refusal : { type: 'NotTheOrganiser', bodyId, organiser: organiser.right }
}

/** G2, H7: the volunteer is registered, was not merged into another, and is not the recorder. */
const refuseVolunteer = (
  { volunteer }: Command,
  { registration, humans }: Volunteers,
  recorder: PersonId,
): RecordRejection | null => {
  if (registration.type === 'None') return { type: 'NotAVolunteer', person: volunteer }
  const merged = refuseMerged(humans, volunteer)
  if (merged !== null) return merged
  return isSameHuman(humans, volunteer, recorder) ? { type: 'RecorderIsVolunteer', person: recorder } : null
}

/** H11: the same service at the same time is recorded under another id. */
const refuseTwice = ({ occasion, segments }: Command, beside: ReadonlyArray<ServiceRecord>): RecordRejection | null => {
  const twin = listOverlapping(beside, segments).find(
    (one) => isSameOccasion(one.source, copySource(occasion)) && sameContent(one.segments, segments),
  )
  return twin === undefined ? null : { type: 'RecordedAlready', record: copyRef(twin) }
}

/** H3, H7, H13: entered after the fact by the organiser's side; the grade stays `manual`. */
export const backfill = on<Command>()({
  reads: (command, state, moment) => ({
    ...captureReads(command, state, moment),
    ...toldReads({ source: copySource(command.occasion), volunteer: command.volunteer }),
    team: command.teamId === null ? null : teamRead(command.teamId),
  }),
  thenReads: (found, command) => ({
    ...otherReads(found, command),
    ...presenceReads(found.humans, { source: copySource(command.occasion), volunteer: command.volunteer }),
  }),
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { volunteer, recordId, occasion, segments, minutes, content, bodyId, teamId, responsible, reason } = command
      const there = findRecord(state, recordId)
      if (there !== undefined)
        return saysTheSame(there, command) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: recordId })
      const refusal = refuseForeign(command, facts, moment)
      if (refusal !== null) return E.left(refusal)
      if (moment.actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: command.type })
      const { person: recorder } = moment.actor
      const unfit =
        refuseVolunteer(command, facts, recorder) ??
        refuseResponsible(facts.humans, command) ??
        refuseContent(facts.policies, content) ??
        refuseEntered(facts.policies, command, moment.now) ??
        refuseTwice(command, listOtherRecords(state, facts.others, null))
      if (unfit !== null) return E.left(unfit)
      if (teamId !== null && facts.team?.type === 'None') return E.left({ type: 'NotThere', id: teamId })
      const unit = occasion.type === 'session' ? E.right(occasion.host) : findOwner(occasion, facts.order)
      if (E.isLeft(unit)) return unit
      const captured = {
        volunteer,
        recordId,
        source: copySource(occasion),
        segments,
        minutes,
        grade: 'manual' as const,
        content,
        servedUnit: unit.right,
        bodyId,
        teamId,
        recorder,
        responsible,
        reason,
      }
      return capture(state, facts, moment, captured, facts)
    },
})
