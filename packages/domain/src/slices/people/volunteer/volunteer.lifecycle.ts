import type { Lifecycle } from '@zhiyuan/kernel'
import type { VolunteerCommand } from './volunteer.codec.ts'
import type { VolunteerState } from './volunteer.read.ts'

/** Registered, until merged into the survivor (G2). Being registered is no waiting: the merger is the exit. */
export const volunteerLifecycle: Lifecycle<VolunteerState['type'], VolunteerCommand['type']> = {
  slice: 'volunteer',
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
