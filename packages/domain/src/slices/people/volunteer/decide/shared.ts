import type * as E from 'fp-ts/lib/Either.js'
import type { Moment, PersonId, UnitId } from '@zhiyuan/kernel'
import { handlerKit } from '../../../organisation/handler-kit.ts'
import { nameStates } from '../../../organisation/state-naming.ts'
import { humansRead } from '../../humans/humans.read.ts'
import type { VolunteerCommand, VolunteerEvent } from '../volunteer.codec.ts'
import { findLastHome, type VolunteerState } from '../volunteer.read.ts'
import type { VolunteerRejection } from '../volunteer.rejection.ts'

export type Decision = E.Either<VolunteerRejection, ReadonlyArray<VolunteerEvent>>
export const { authorised, onProcess } = handlerKit<
  VolunteerCommand,
  VolunteerState,
  VolunteerEvent,
  VolunteerRejection
>({
  notAllowed: nameStates<VolunteerCommand>(({ person }) => person).notAllowed,
  // A number is noted before the person registers.
  isAbsent: () => false,
})

interface AboutPerson {
  readonly command: { readonly person: PersonId }
  readonly moment: Moment
}
/** The person, for any home; an officer, for homes in the own area (G4). */
export const isOneself = ({ command, moment: { actor } }: AboutPerson): boolean =>
  actor.type === 'person' && actor.person === command.person
export const oneself = { called: 'the person', is: isOneself }

export const lastHome = {
  called: 'the last home',
  of: ({ state }: { readonly state: VolunteerState }): UnitId | null => findLastHome(state),
}

export const humanReads = (_command: VolunteerCommand, _state: VolunteerState, { jurisdiction }: Moment) => ({
  humans: humansRead(jurisdiction),
})
