import * as E from 'fp-ts/lib/Either.js'
import { readMany, sameContent, type Moment, type PersonId, type UnitId } from '@zhiyuan/kernel'
import type { BodyId, TeamId } from '../../../../vocabulary/ids.ts'
import { actsAs, type Round } from '../../../../vocabulary/values.ts'
import { happeningReads } from '../../../attendance/happening.ts'
import type { SessionState } from '../../../attendance/session/session.read.ts'
import { findZone, policyRead } from '../../../organisation/policy/policy.read.ts'
import { findRecordingUnit } from '../../../organisation/recording-unit.ts'
import { refuseContent } from '../../../organisation/team/specialty.read.ts'
import { teamRead, type TeamState } from '../../../organisation/team/team.read.ts'
import {
  findBodyOfUnit,
  findCertifier,
  findUnit,
  unitsRead,
  type UnitTree,
} from '../../../organisation/units/units.read.ts'
import { humansRead, type Humans } from '../../../people/humans/humans.read.ts'
import { volunteerRead } from '../../../people/volunteer/volunteer.read.ts'
import type { OrderState } from '../../../requests/order/order.read.ts'
import type { Edition, EnterSheet, SheetEntered } from '../sheet.codec.ts'
import type { SheetRejection } from '../sheet.rejection.ts'
import { sheetRoles } from '../sheet.roles.ts'
import type { SheetState } from '../sheet.state.ts'
import { findDay, refuseLines, refuseVolunteers } from './lines.ts'
import { answeringUnit, includesHuman, listPeople, notAllowed, on, plainOccasion, type Decision } from './shared.ts'

interface Organised {
  readonly tree: UnitTree
  readonly order: OrderState | null
  readonly session: SessionState | null
  readonly team: TeamState | null
}

/** The organiser of a service (H3), and the unit that it was served for (H17). */
interface Organiser {
  readonly body: BodyId
  readonly servedUnit: UnitId
}

/** The team that was the last to accept in that round. */
const findServingTeam = (order: OrderState, round: Round): TeamId | null =>
  order.type === 'None'
    ? null
    : (order.offers.findLast(({ offered, answer }) => offered.round === round && answer === 'accepted')?.teamId ?? null)

const findOrganiser = ({ occasion, teamId }: EnterSheet, facts: Organised): E.Either<SheetRejection, Organiser> => {
  const { tree, order, session, team } = facts
  if (occasion.type === 'session') {
    const { host } = occasion
    if (session !== null && session.type !== 'None' && session.published.host !== host)
      return E.left({ type: 'SheetOfAnotherHost', host: session.published.host })
    if (findUnit(tree, host) === null) return E.left({ type: 'UnknownUnit', unit: host })
    return E.right({ body: findCertifier(tree, findBodyOfUnit(host)), servedUnit: host })
  }
  if (order === null || order.type === 'None') return E.left({ type: 'NotThere', id: occasion.orderId })
  const served = findServingTeam(order, occasion.round)
  if (served === null || served !== teamId || team === null || team.type === 'None')
    return E.left({ type: 'SheetOfAnotherTeam', teamId: served })
  return E.right({ body: findCertifier(tree, team.bodyId), servedUnit: order.owner })
}

/** H3: a recorder or clerk of exactly the unit that answers for the organiser; of the one above where each of them stands on the sheet (H16). */
const refuseRecorder = (
  command: EnterSheet,
  { tree, humans }: Organised & { readonly humans: Humans },
  { actor }: Moment,
): SheetRejection | null => {
  const { type, bodyId } = command
  if (actor.type !== 'person' || !actsAs(actor.role, ...sheetRoles.EnterSheet.roles))
    return { type: 'NotAuthorised', command: type }
  const answering = answeringUnit(tree, bodyId)
  if (answering === null) return { type: 'UnknownBody', body: bodyId }
  const unit = findRecordingUnit(tree, answering, (person) => includesHuman(humans, listPeople(command), person))
  if (actor.unit === unit) return null
  return { type: 'OutsideJurisdiction', person: actor.person, role: actor.role, actsAt: actor.unit, unit }
}

/** H7: neither the hand nor the name of a sheet stands on it. */
const refuseOwnSheet = (humans: Humans, command: EnterSheet, recorder: PersonId): SheetRejection | null => {
  const people = listPeople(command)
  const { responsible } = command
  if (includesHuman(humans, people, recorder)) return { type: 'OnTheOwnSheet', person: recorder, as: 'recorder' }
  return includesHuman(humans, people, responsible)
    ? { type: 'OnTheOwnSheet', person: responsible, as: 'responsible' }
    : null
}

const copyDocument = (sheet: EnterSheet | SheetEntered) => {
  const { sheetId, occasion, bodyId, teamId, lines, imageHash, content, responsible, reason } = sheet
  return { sheetId, occasion, bodyId, teamId, lines, imageHash, content, responsible, reason }
}

/** A repeat says nothing; an edition that was returned is not entered again as it is. Null: there is something to enter. */
const answerKnown = (state: SheetState, command: EnterSheet): Decision | null => {
  if (state.type === 'None') return null
  const said = copyDocument(command)
  if (state.type !== 'Returned' && sameContent(copyDocument(state.entered), said)) return E.right([])
  if (state.editions.some((edition) => sameContent(copyDocument(edition), said)))
    return E.left({ type: 'SheetReturnedBefore' })
  if (state.type === 'Returned') return null
  return state.type === 'Entered'
    ? E.left({ type: 'SameIdOtherContent', id: command.sheetId })
    : E.left(notAllowed(state, command))
}

/** H3, H7, H13, H14: one document of many lines, entered by one hand. Who may approve it, and what its lines are worth, comes later. */
export const enterSheet = on<EnterSheet>()({
  allowed: { roles: sheetRoles.EnterSheet.roles, at: "the unit of the organiser's body", also: null },
  reads: (command, _state, { jurisdiction }) => ({
    ...happeningReads(plainOccasion(command.occasion)),
    tree: unitsRead(jurisdiction),
    humans: humansRead(jurisdiction),
    policies: policyRead(jurisdiction),
    team: command.teamId === null ? null : teamRead(command.teamId),
    registrations: readMany(listPeople(command), volunteerRead),
  }),
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const known = answerKnown(state, command)
      if (known !== null) return known
      const recording = refuseRecorder(command, facts, moment)
      if (recording?.type === 'NotAuthorised') return E.left(recording)
      const organiser = findOrganiser(command, facts)
      if (E.isLeft(organiser)) return organiser
      const { body, servedUnit } = organiser.right
      if (body !== command.bodyId)
        return E.left({ type: 'SheetOfAnotherBody', bodyId: command.bodyId, organiser: body })
      if (recording !== null) return E.left(recording)
      if (moment.actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: command.type })
      const { person: recorder } = moment.actor
      const { humans, registrations } = facts
      const unfit =
        refuseOwnSheet(humans, command, recorder) ??
        refuseVolunteers(listPeople(command), registrations, humans) ??
        refuseContent(facts.policies, command.content) ??
        refuseLines(command.lines, facts.policies, moment.now)
      if (unfit !== null) return E.left(unfit)
      const edition = (state.type === 'None' ? 1 : state.editions.length + 1) as Edition
      const day = findDay(command.lines, findZone(facts.policies))
      const entered = { ...copyDocument(command), edition, recorder, servedUnit, day, enteredAt: moment.now }
      return E.right([{ type: 'SheetEntered', ...entered }])
    },
})
