import * as E from 'fp-ts/lib/Either.js'
import {
  defineHandler,
  sameContent,
  type CommandNotAllowed,
  type Decider,
  type Moment,
  type PersonId,
  type UnitId,
} from '@zhiyuan/kernel'
import { handlerKit } from '../../organisation/handler-kit.ts'
import { taggedStates } from '../../organisation/state-naming.ts'
import type { VolunteerNo } from '../../../vocabulary/ids.ts'
import { humansRead, refuseMerged } from '../humans/humans.read.ts'
import { findUnit } from '../../organisation/units/units.read.ts'
import { refuseByRow } from '../own-favour.ts'
import type {
  InOwnFavour,
  MergedInto,
  NotAuthorised,
  OutsideJurisdiction,
  SameIdOtherContent,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'
import { actsAs } from '../../../vocabulary/values.ts'
import type {
  ClaimNumber,
  DeclareAgeBand,
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
  volunteerFold,
  volunteerStream,
  type NumberState,
  type VolunteerState,
} from './volunteer.read.ts'
import { numberRoles, volunteerRoles } from './volunteer.roles.ts'

/** G2: a number belongs to one person for good. */
export interface NumberTaken {
  readonly type: 'NumberTaken'
  readonly number: VolunteerNo
}
/** This person has to claim the number first. */
export interface NumberNotClaimed {
  readonly type: 'NumberNotClaimed'
  readonly number: VolunteerNo
}
export type NumberRejection = NotAuthorised | NumberTaken
export type VolunteerRejection =
  | CommandNotAllowed
  | InOwnFavour
  | MergedInto
  | NotAuthorised
  | NumberNotClaimed
  | OutsideJurisdiction
  | SameIdOtherContent
  | UnknownUnit

/** The person, or a clerk or administrator at any unit. */
const mayHandle = ({ actor }: Moment, person: PersonId): boolean =>
  actor.type === 'person' && (actor.person === person || actsAs(actor.role, ...numberRoles.ClaimNumber.roles))

const claimNumber = defineHandler<NumberState, NumberEvent, NumberRejection>()<ClaimNumber>()({
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
const { authorised } = handlerKit<VolunteerCommand, VolunteerState, VolunteerEvent, VolunteerRejection>(taggedStates)

interface AboutPerson {
  readonly command: { readonly person: PersonId }
  readonly moment: Moment
}
/** The person, for any home; an officer, for homes in the own area (G4). */
const oneself = {
  called: 'the person',
  is: ({ command, moment: { actor } }: AboutPerson): boolean =>
    actor.type === 'person' && actor.person === command.person,
}
/** The home that the command names. */
const newHome = {
  called: 'the home',
  of: ({ command }: { readonly command: { readonly home: UnitId } }): UnitId => command.home,
}

/** A repeat, or the person is registered with other content. */
const answerRegistered = (command: RegisterVolunteer, state: VolunteerState): Decision | null => {
  if (state.type === 'None') return null
  const { person, number, ageBand, home, homeFrom: from } = command
  const { registered } = state
  const said = { number, ageBand, home: { home, from } }
  return sameContent(said, { number: state.number, ...registered })
    ? E.right([])
    : E.left({ type: 'SameIdOtherContent', id: person })
}

const registerVolunteer = authorised<RegisterVolunteer>()({
  before: answerRegistered,
  states: ['None'],
  roles: volunteerRoles.RegisterVolunteer.roles,
  unit: newHome,
  also: oneself,
  reads: ({ number }) => ({ claim: numberRead(number) }),
  decide:
    ({ person, number, ageBand, home, homeFrom }, { tree, claim }) =>
    (): Decision => {
      if (findUnit(tree, home) === null) return E.left({ type: 'UnknownUnit', unit: home })
      if (claim.type !== 'Claimed' || claim.person !== person) return E.left({ type: 'NumberNotClaimed', number })
      return E.right([{ type: 'VolunteerRegistered', person, number, ageBand, home, homeFrom }])
    },
})

const humanReads = (_command: VolunteerCommand, _state: VolunteerState, { jurisdiction }: Moment) => ({
  humans: humansRead(jurisdiction),
})

const moveHome = authorised<MoveHome>()({
  states: ['Registered'],
  done: ({ home, from }, { homes }) => homes.some((one) => one.home === home && one.from === from),
  roles: volunteerRoles.MoveHome.roles,
  unit: newHome,
  also: oneself,
  reads: humanReads,
  decide:
    ({ person, home, from }, { tree, humans }) =>
    (): Decision => {
      const merged = refuseMerged(humans, person)
      if (merged !== null) return E.left(merged)
      if (findUnit(tree, home) === null) return E.left({ type: 'UnknownUnit', unit: home })
      return E.right([{ type: 'HomeMoved', person, home, from }])
    },
})

/** By the person, or an officer of the last declared home (G4), who is another human (G7). */
const declareAgeBand = authorised<DeclareAgeBand>()({
  states: ['Registered'],
  done: ({ ageBand }, state) => state.ageBand === ageBand,
  roles: volunteerRoles.DeclareAgeBand.roles,
  unit: { called: 'the last home', of: ({ state }) => (state.homes.at(-1) ?? state.registered.home).home },
  also: oneself,
  reads: humanReads,
  decide:
    ({ person, ageBand }, { humans }, { actor }) =>
    (): Decision => {
      const inOffice = actor.type === 'person' && actor.person !== person
      const own = inOffice
        ? refuseByRow(volunteerRoles.DeclareAgeBand, { humans, actor }, { volunteer: [person] })
        : null
      if (own !== null) return E.left(own)
      const merged = refuseMerged(humans, person)
      return merged === null ? E.right([{ type: 'AgeBandDeclared', person, ageBand }]) : E.left(merged)
    },
})

export const volunteerDecider: Decider<VolunteerCommand, VolunteerState, VolunteerEvent, VolunteerRejection> = {
  stream: ({ person }) => volunteerStream(person),
  fold: volunteerFold,
  handlers: {
    RegisterVolunteer: registerVolunteer,
    MoveHome: moveHome,
    DeclareAgeBand: declareAgeBand,
  },
}
