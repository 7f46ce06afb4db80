import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Actor, type Moment, type UnitId } from '@zhiyuan/kernel'
import { findUnit, isWithin, type UnitTree } from '../../../organisation/units/units.read.ts'
import { refuseMerged } from '../../humans/humans.read.ts'
import type { AgeSource, MoveHome, RegisterVolunteer } from '../volunteer.codec.ts'
import {
  findLastHome,
  isNumber,
  numberRead,
  outsideHome,
  type NumberState,
  type VolunteerState,
} from '../volunteer.read.ts'
import type { VolunteerRejection } from '../volunteer.rejection.ts'
import { volunteerRoles } from '../volunteer.roles.ts'
import { authorised, humanReads, isOneself, lastHome, oneself, type Decision } from './shared.ts'

interface About<C> {
  readonly command: C
  readonly moment: Moment
}

/** A repeat, or the person is registered with other content. */
const answerRegistered = (command: RegisterVolunteer, state: VolunteerState): Decision | null => {
  if (state.type === 'None') return null
  const { person, number, ageBand, home, homeFrom: from } = command
  const { registered } = state
  const known = { from: registered.home.from, home: registered.home.outside ? outsideHome : registered.home.home }
  return sameContent(
    { number, ageBand, home: { home, from } },
    { number: state.number, ageBand: registered.ageBand, home: known },
  )
    ? E.right([])
    : E.left({ type: 'SameIdOtherContent', id: person })
}

/** Who lives outside the tree is kept by the officer's unit; who registers alone, by the unit that claimed the number. */
const findKeeper = (actor: Actor, command: RegisterVolunteer, claim: NumberState): UnitId | null => {
  if (actor.type === 'person' && actor.person !== command.person) return actor.unit
  return claim.type === 'Free' ? null : claim.unitId
}

/** G2: claimed for this person by an officer of the home or above. */
const refuseNumber = (
  tree: UnitTree,
  { person, number }: RegisterVolunteer,
  claim: NumberState,
  home: UnitId,
): VolunteerRejection | null => {
  if (!isNumber(claim, person) || claim.type === 'Free') return { type: 'NumberNotClaimed', number, unit: null }
  return isWithin(tree, home, claim.unitId) ? null : { type: 'NumberNotClaimed', number, unit: claim.unitId }
}

const judgeSource = (command: RegisterVolunteer, moment: Moment): AgeSource =>
  isOneself({ command, moment }) ? 'own-word' : 'officer'

export const registerVolunteer = authorised<RegisterVolunteer>()({
  before: answerRegistered,
  states: ['None'],
  roles: volunteerRoles.RegisterVolunteer.roles,
  unit: {
    called: 'the home',
    of: ({ command: { home }, moment: { actor } }: About<RegisterVolunteer>): UnitId | null =>
      home === outsideHome ? (actor.type === 'person' ? actor.unit : null) : home,
  },
  also: oneself,
  reads: ({ number }) => ({ claim: numberRead(number) }),
  decide:
    (command, { tree, claim }, moment) =>
    (): Decision => {
      const { person, number, ageBand, homeFrom } = command
      const outside = command.home === outsideHome
      const home = outside ? findKeeper(moment.actor, command, claim) : command.home
      if (home === null) return E.left({ type: 'NumberNotClaimed', number, unit: null })
      if (findUnit(tree, home) === null) return E.left({ type: 'UnknownUnit', unit: home })
      const refusal = refuseNumber(tree, command, claim, home)
      if (refusal !== null) return E.left(refusal)
      const ageSource = judgeSource(command, moment)
      return E.right([{ type: 'VolunteerRegistered', person, number, ageBand, home, homeFrom, ageSource, outside }])
    },
})

/** G2: the person, or an officer from where the person leaves; the new home would else gather people for its figures. */
export const moveHome = authorised<MoveHome>()({
  states: ['Registered'],
  done: ({ home, from }, { homes }) =>
    homes.some((one) => one.from === from && (one.outside ? home === outsideHome : one.home === home)),
  roles: volunteerRoles.MoveHome.roles,
  unit: lastHome,
  also: oneself,
  reads: humanReads,
  decide:
    (command, { tree, humans }) =>
    (state): Decision => {
      const { person, from } = command
      const merged = refuseMerged(humans, person)
      if (merged !== null) return E.left(merged)
      const outside = command.home === outsideHome
      const home = (outside ? findLastHome(state) : null) ?? command.home
      if (findUnit(tree, home) === null) return E.left({ type: 'UnknownUnit', unit: home })
      return E.right([{ type: 'HomeMoved', person, home, from, outside }])
    },
})
