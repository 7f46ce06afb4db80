import type { Lifecycle } from '@zhiyuan/kernel'
import type { NumberCommand, VolunteerCommand } from './volunteer.codec.ts'
import type { NumberState, VolunteerState } from './volunteer.read.ts'

/** Registered, until merged into the survivor (G2). Being registered is no waiting: the merger is the exit. */
export const volunteerLifecycle: Lifecycle<VolunteerState['type'], VolunteerCommand['type']> = {
  initial: 'None',
  final: ['Merged'],
  resting: ['Registered'],
  repeats: ['RegisterVolunteer', 'MergeVolunteer'],
  transitions: [
    { from: 'None', command: 'RegisterVolunteer', to: ['Registered'], by: 'person' },
    { from: 'Registered', command: 'MoveHome', to: ['Registered'], by: 'person' },
    { from: 'Registered', command: 'DeclareAgeBand', to: ['Registered'], by: 'person' },
    { from: 'Registered', command: 'MergeVolunteer', to: ['Merged'], by: 'unit' },
  ],
  notBuilt: [],
}

/** A number belongs to the person who claims it first, for ever. */
export const numberLifecycle: Lifecycle<NumberState['type'], NumberCommand['type']> = {
  initial: 'Free',
  final: ['Claimed'],
  resting: [],
  repeats: ['ClaimNumber'],
  transitions: [{ from: 'Free', command: 'ClaimNumber', to: ['Claimed'], by: 'person' }],
  notBuilt: [],
}
