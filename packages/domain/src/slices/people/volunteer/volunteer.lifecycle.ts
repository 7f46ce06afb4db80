import type { Lifecycle } from '@zhiyuan/kernel'
import type { NumberCommand, VolunteerCommand } from './volunteer.codec.ts'
import type { NumberState, VolunteerState } from './volunteer.read.ts'

/** A volunteer is registered for good, and changes now and then. That a registration was merged is said among humans (G2). */
export const volunteerLifecycle: Lifecycle<VolunteerState['type'], VolunteerCommand['type']> = {
  initial: 'None',
  final: ['Registered'],
  resting: [],
  repeats: ['RegisterVolunteer'],
  transitions: [
    { from: 'None', command: 'RegisterVolunteer', to: ['Registered'], by: 'person' },
    { from: 'Registered', command: 'MoveHome', to: ['Registered'], by: 'person' },
    { from: 'Registered', command: 'DeclareAgeBand', to: ['Registered'], by: 'person' },
  ],
  notBuilt: [],
}

/** A number belongs for good to the person who claims it first. */
export const numberLifecycle: Lifecycle<NumberState['type'], NumberCommand['type']> = {
  initial: 'Free',
  final: ['Claimed'],
  resting: [],
  repeats: ['ClaimNumber'],
  transitions: [{ from: 'Free', command: 'ClaimNumber', to: ['Claimed'], by: 'person' }],
  notBuilt: [],
}
