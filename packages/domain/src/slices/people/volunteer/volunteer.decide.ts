import * as E from 'fp-ts/lib/Either.js'
import {
  commandNotAllowed,
  defineHandler,
  type CommandNotAllowed,
  type Decider,
  type Moment,
  type PersonId,
  type UnitId,
} from '@zhiyuan/kernel'
import { refuseAuthority } from '../../organisation/authority.ts'
import type { VolunteerNo } from '../../../vocabulary/ids.ts'
import { unitOf, unitsRead, type UnitTree } from '../../organisation/units/units.read.ts'
import type {
  NotAuthorised,
  OutsideJurisdiction,
  SameIdOtherContent,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'
import { actsAs, roles } from '../../../vocabulary/words.ts'
import type {
  ClaimNumber,
  DeclareAgeBand,
  MergeVolunteer,
  MoveHome,
  NumberCommand,
  NumberEvent,
  RegisterVolunteer,
  VolunteerCommand,
  VolunteerEvent,
} from './volunteer.codec.ts'
import {
  numberRead,
  numberFold,
  numberStream,
  volunteerRead,
  volunteerFold,
  volunteerStream,
  type NumberState,
  type VolunteerState,
} from './volunteer.read.ts'

/** G2: a number names one person for ever. */
export interface NumberTaken {
  readonly type: 'NumberTaken'
  readonly number: VolunteerNo
}
/** The number has to be claimed by this person first. */
export interface NumberNotClaimed {
  readonly type: 'NumberNotClaimed'
  readonly number: VolunteerNo
}
/** The survivor is not a registered volunteer, or is the same person. */
export interface SurvivorUnfit {
  readonly type: 'SurvivorUnfit'
  readonly survivor: PersonId
}

export type NumberRejection = NotAuthorised | NumberTaken
export type VolunteerRejection =
  | CommandNotAllowed
  | NotAuthorised
  | NumberNotClaimed
  | OutsideJurisdiction
  | SameIdOtherContent
  | SurvivorUnfit
  | UnknownUnit

/** The person itself, or a clerk or administrator somewhere. */
const mayHandle = ({ actor }: Moment, person: PersonId): boolean =>
  actor.type === 'person' &&
  (actor.person === person || actsAs(actor.role, roles.administrator, roles.clerk, roles.stationClerk))

const claimNumber = defineHandler<NumberState, NumberEvent, NumberRejection>()<typeof ClaimNumber._A>()({
  decide:
    ({ type, number, person }, _found, moment) =>
    (state): E.Either<NumberRejection, ReadonlyArray<NumberEvent>> => {
      if (state.type === 'Claimed')
        return state.person === person ? E.right([]) : E.left({ type: 'NumberTaken', number })
      return mayHandle(moment, person)
        ? E.right([{ type: 'NumberClaimed', number, person }])
        : E.left({ type: 'NotAuthorised', command: type })
    },
})

export const numberDecider: Decider<NumberCommand, NumberState, NumberEvent, NumberRejection> = {
  stream: ({ number }) => numberStream(number),
  fold: numberFold,
  handlers: { ClaimNumber: claimNumber },
}

type Decision = E.Either<VolunteerRejection, ReadonlyArray<VolunteerEvent>>
const on = defineHandler<VolunteerState, VolunteerEvent, VolunteerRejection>()

const units = (_command: VolunteerCommand, _state: VolunteerState, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
})

/** Oneself anywhere; officers for homes in their own area (G4). */
const mayAt = (
  tree: UnitTree,
  { actor }: Moment,
  at: { readonly command: string; readonly person: PersonId; readonly home: UnitId },
): VolunteerRejection | null =>
  actor.type === 'person' && actor.person === at.person
    ? null
    : refuseAuthority(tree, actor, {
        command: at.command,
        unit: at.home,
        roles: [roles.administrator, roles.clerk, roles.stationClerk],
      })

const registerVolunteer = on<typeof RegisterVolunteer._A>()({
  reads: ({ number }, _state, { jurisdiction }) => ({ tree: unitsRead(jurisdiction), claim: numberRead(number) }),
  decide:
    ({ type, person, number, ageBand, home, homeFrom }, { tree, claim }, moment) =>
    (state): Decision => {
      if (state.type !== 'None') {
        const { registered } = state
        const same =
          state.number === number &&
          registered.ageBand === ageBand &&
          registered.home.home === home &&
          registered.home.from === homeFrom
        return same ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: person })
      }
      if (unitOf(tree, home) === null) return E.left({ type: 'UnknownUnit', unit: home })
      const refusal = mayAt(tree, moment, { command: type, person, home })
      if (refusal !== null) return E.left(refusal)
      if (claim.type !== 'Claimed' || claim.person !== person) return E.left({ type: 'NumberNotClaimed', number })
      return E.right([{ type: 'VolunteerRegistered', person, number, ageBand, home, homeFrom }])
    },
})

const moveHome = on<typeof MoveHome._A>()({
  reads: units,
  decide:
    ({ type, person, home, from }, { tree }, moment) =>
    (state): Decision => {
      if (state.type !== 'Registered') return E.left(commandNotAllowed(state.type, type))
      if (state.homes.some((one) => one.home === home && one.from === from)) return E.right([])
      if (unitOf(tree, home) === null) return E.left({ type: 'UnknownUnit', unit: home })
      const refusal = mayAt(tree, moment, { command: type, person, home })
      return refusal === null ? E.right([{ type: 'HomeMoved', person, home, from }]) : E.left(refusal)
    },
})

/** By oneself, or an officer of the home that was said last (G4). */
const declareAgeBand = on<typeof DeclareAgeBand._A>()({
  reads: units,
  decide:
    ({ type, person, ageBand }, { tree }, moment) =>
    (state): Decision => {
      if (state.type !== 'Registered') return E.left(commandNotAllowed(state.type, type))
      if (state.ageBand === ageBand) return E.right([])
      const { home } = state.homes.at(-1) ?? state.registered.home
      const refusal = mayAt(tree, moment, { command: type, person, home })
      return refusal === null ? E.right([{ type: 'AgeBandDeclared', person, ageBand }]) : E.left(refusal)
    },
})

/** G2: by an administrator of the whole; both stay valid, and one who was merged is no survivor of another. */
const mergeVolunteer = on<typeof MergeVolunteer._A>()({
  reads: ({ survivor }, _state, { jurisdiction }) => ({
    tree: unitsRead(jurisdiction),
    other: volunteerRead(survivor),
  }),
  decide:
    ({ type, person, survivor }, { tree, other }, { actor }) =>
    (state): Decision => {
      if (state.type === 'Merged' && state.survivor === survivor) return E.right([])
      if (state.type !== 'Registered') return E.left(commandNotAllowed(state.type, type))
      if (other.type !== 'Registered' || survivor === person) return E.left({ type: 'SurvivorUnfit', survivor })
      if (tree.root === null) return E.left({ type: 'NotAuthorised', command: type })
      const refusal = refuseAuthority(tree, actor, { command: type, unit: tree.root, roles: [roles.administrator] })
      return refusal === null ? E.right([{ type: 'VolunteerMerged', person, survivor }]) : E.left(refusal)
    },
})

export const volunteerDecider: Decider<VolunteerCommand, VolunteerState, VolunteerEvent, VolunteerRejection> = {
  stream: ({ person }) => volunteerStream(person),
  fold: volunteerFold,
  handlers: {
    RegisterVolunteer: registerVolunteer,
    MoveHome: moveHome,
    DeclareAgeBand: declareAgeBand,
    MergeVolunteer: mergeVolunteer,
  },
}
