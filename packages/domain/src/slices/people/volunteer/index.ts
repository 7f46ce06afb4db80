import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { NumberCommand, NumberEvent, VolunteerCommand, VolunteerEvent } from './volunteer.codec.ts'
import { numberDecider, volunteerDecider } from './volunteer.decide.ts'
import type { NumberRejection, VolunteerRejection } from './volunteer.rejection.ts'
import type { NumberState, VolunteerState } from './volunteer.read.ts'
import { numberLifecycle, volunteerLifecycle } from './volunteer.lifecycle.ts'
import { restoreNumber, restoreVolunteer } from './volunteer.restore.ts'

export * from './volunteer.codec.ts'
export * from './age-band.ts'
export * from './volunteer.read.ts'
export type * from './volunteer.rejection.ts'

/** Volunteers and where they live. */
export const volunteer: Slice<VolunteerCommand, VolunteerState, VolunteerEvent, VolunteerRejection, 'volunteer'> = {
  name: 'volunteer',
  command: VolunteerCommand,
  event: VolunteerEvent,
  decider: volunteerDecider,
  lifecycle: tableLifecycle(volunteerLifecycle, ({ type }) => type),
  restoreCommand: restoreVolunteer,
}

/** Numbers of volunteers, each a stream. */
export const volunteerNumber: Slice<NumberCommand, NumberState, NumberEvent, NumberRejection, 'number'> = {
  name: 'number',
  command: NumberCommand,
  event: NumberEvent,
  decider: numberDecider,
  lifecycle: tableLifecycle(numberLifecycle, ({ type }) => type),
  restoreCommand: restoreNumber,
}
