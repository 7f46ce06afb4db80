/** Events and commands of one volunteer: n, of village V1. */
import type { Typed } from '@zhiyuan/kernel'
import { pickCommand, type MakeTrial, type Says } from '../../../fixtures/lifecycle.ts'
import { people, units } from '../../../fixtures/people.ts'
import type { NumberCommand, VolunteerCommand } from './volunteer.codec.ts'
import type { NumberState, VolunteerState } from './volunteer.read.ts'

export const registration = {
  person: 'n',
  number: 'no-n',
  ageBand: 'adult',
  home: units.V1,
  homeFrom: '2020-01-01',
} as const

export const isRegistered = { type: 'VolunteerRegistered', ...registration } as const
/** The number has to be claimed before it is registered. */
export const claimed = { 'number-no-n': [{ type: 'NumberClaimed', number: 'no-n', person: 'n' } as const] } as const

const pasts: Readonly<Record<VolunteerState['type'], ReadonlyArray<Typed>>> = {
  None: [],
  Registered: [isRegistered],
}

const words: Says<VolunteerCommand> = {
  RegisterVolunteer: registration,
  MoveHome: { person: 'n', home: units.V2, from: '2020-05-01' },
  DeclareAgeBand: { person: 'n', ageBand: '14-to-17' },
}

export const volunteerTrial: MakeTrial<VolunteerState['type'], VolunteerCommand> = (state, command) => ({
  past: pasts[state],
  knowing: claimed,
  command: pickCommand<VolunteerCommand>(words, command),
  now: '2020-04-20T02:00:00.000Z',
  actor: people.admin,
})

const claim = { number: 'no-n', person: 'n' } as const
export const numberTrial: MakeTrial<NumberState['type'], NumberCommand> = (state, command) => ({
  past: state === 'Free' ? [] : claimed['number-no-n'],
  command: { type: command, ...claim },
  now: '2020-04-20T02:00:00.000Z',
  actor: people.admin,
})
