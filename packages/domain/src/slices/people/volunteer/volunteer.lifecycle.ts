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
    { from: 'None', command: 'NoteNumber', to: ['None'], by: 'process' },
    { from: 'Registered', command: 'NoteNumber', to: ['Registered'], by: 'process' },
  ],
  notBuilt: [],
}

/** A number is given once: released while nothing rests on it, or in use for good (G2). */
export const numberLifecycle: Lifecycle<NumberState['type'], NumberCommand['type']> = {
  initial: 'Free',
  final: ['InUse'],
  resting: ['Claimed', 'Released'],
  repeats: ['ClaimNumber', 'ReleaseNumber'],
  transitions: [
    { from: 'Free', command: 'ClaimNumber', to: ['Claimed'], by: 'unit' },
    { from: 'Claimed', command: 'ReleaseNumber', to: ['Released'], by: 'unit' },
    { from: 'Claimed', command: 'TakeBackNumber', to: ['Released'], by: 'process' },
    { from: 'Claimed', command: 'ConfirmNumber', to: ['InUse'], by: 'process' },
    { from: 'Released', command: 'ConfirmNumber', to: ['InUse'], by: 'process' },
  ],
  notBuilt: [],
}
