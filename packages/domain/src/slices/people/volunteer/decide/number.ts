/** One number a person at a time (G2): the number's stream decides whose it is, and the person's stream which of two is one too many. */
import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, readMany, type Moment, type PersonId, type UnitId } from '@zhiyuan/kernel'
import type { VolunteerNo } from '../../../../vocabulary/ids.ts'
import type { Code } from '../../../../vocabulary/values.ts'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { handlerKit } from '../../../organisation/handler-kit.ts'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import { humansRead } from '../../humans/humans.read.ts'
import { refuseByRow } from '../../own-favour.ts'
import type { NoteNumber } from '../volunteer.codec.ts'
import type {
  ClaimNumber,
  ConfirmNumber,
  NumberCommand,
  NumberEvent,
  ReleaseNumber,
  TakeBackNumber,
} from '../number.codec.ts'
import {
  findLastHome,
  isNumber,
  numberRead,
  volunteerRead,
  type NumberClaim,
  type NumberState,
  type VolunteerState,
} from '../volunteer.read.ts'
import type { NumberRejection } from '../volunteer.rejection.ts'
import { numberRoles } from '../volunteer.roles.ts'
import { onProcess as onPerson } from './shared.ts'

type Decision = E.Either<NumberRejection, ReadonlyArray<NumberEvent>>
const { on, onProcess, authorised } = handlerKit<NumberCommand, NumberState, NumberEvent, NumberRejection>({
  isAbsent: ({ type }) => type === 'Free',
  notAllowed: ({ type }, command) => commandNotAllowed(type, command.type),
})

/** The person's other number: of the registration, or one that was claimed and not released. */
const findOther = (
  registration: VolunteerState,
  claims: ReadonlyMap<VolunteerNo, NumberState>,
  { person, number }: { readonly person: PersonId; readonly number: VolunteerNo },
): VolunteerNo | null => {
  if (registration.type === 'Registered') return registration.number === number ? null : registration.number
  return [...claims].find(([one, state]) => one !== number && isNumber(state, person))?.[0] ?? null
}

export const claimNumber = on<ClaimNumber>()({
  reads: ({ person }, _state, { jurisdiction }: Moment) => ({
    tree: unitsRead(jurisdiction),
    humans: humansRead(jurisdiction),
    registration: volunteerRead(person),
  }),
  thenReads: ({ registration }) => ({ claims: readMany(registration.noted, numberRead) }),
  decide:
    ({ type, number, person }, { tree, humans, registration, claims }, { actor }) =>
    (state): Decision => {
      if (state.type !== 'Free') return isNumber(state, person) ? E.right([]) : E.left({ type: 'NumberTaken', number })
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const unit: UnitId = findLastHome(registration) ?? actor.unit
      const refusal =
        refuseAuthority(tree, actor, { command: type, unit, roles: numberRoles[type].roles }) ??
        refuseByRow(numberRoles[type], { humans, actor }, { volunteer: [person] })
      if (refusal !== null) return E.left(refusal)
      const other = findOther(registration, claims, { person, number })
      return other === null
        ? E.right([{ type: 'NumberClaimed', number, person, unitId: actor.unit }])
        : E.left({ type: 'HasNumber', person, number: other })
    },
})

export const releaseNumber = authorised<ReleaseNumber>()({
  before: (_command, state) => (state.type === 'Released' ? E.right([]) : null),
  states: ['Claimed', 'InUse'],
  roles: numberRoles.ReleaseNumber.roles,
  unit: {
    called: 'the unit that claimed it',
    of: ({ state }: { readonly state: NumberClaim }): UnitId => state.unitId,
  },
  reads: (_command, { person }) => ({ registration: volunteerRead(person) }),
  decide:
    ({ type, number, reason }, { registration }, { actor }) =>
    ({ person, type: standing }): Decision => {
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const rests = standing === 'InUse' || (registration.type === 'Registered' && registration.number === number)
      return rests
        ? E.left({ type: 'NumberInUse', number, person })
        : E.right([{ type: 'NumberReleased', number, person, by: actor.person, reason }])
    },
})

export const takeBackNumber = onProcess<TakeBackNumber>()({
  about: ({ number }, state) => (state.type === 'Claimed' ? { number, person: state.person } : null),
  then: ({ number, person }): Decision => {
    const reason = { code: 'second-number' as string as Code, text: null }
    return E.right([{ type: 'NumberReleased', number, person, by: null, reason }])
  },
})

export const confirmNumber = onProcess<ConfirmNumber>()({
  about: ({ number, person }, state) =>
    state.type === 'Free' || state.type === 'InUse' || state.person !== person ? null : { number, person },
  then: ({ number, person }): Decision => E.right([{ type: 'NumberConfirmed', number, person }]),
})

/** On the person's own stream, so that of two numbers that were claimed at once the one noted later is one too many. */
export const noteNumber = onPerson<NoteNumber>()({
  reads: (_command, { noted }) => ({ claims: readMany(noted, numberRead) }),
  about: ({ person, number }, state, { claims }) =>
    state.noted.includes(number)
      ? null
      : { person, number, second: findOther(state, claims, { person, number }) !== null },
  then: ({ person, number, second }) => E.right([{ type: 'NumberNoted', person, number, second }]),
})
