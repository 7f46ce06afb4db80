/** Events and commands of one volunteer: n, of village V1. */
import type { Typed } from '@zhiyuan/kernel'
import { pickCommand, type MakeTrial, type Says } from '../../../fixtures/lifecycle.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import type { NumberCommand, VolunteerCommand } from './volunteer.codec.ts'
import type { NumberState, VolunteerState } from './volunteer.read.ts'

export const registration = {
  person: 'n',
  number: 'no-n',
  ageBand: 'adult',
  home: units.V1,
  homeFrom: '2020-01-01',
} as const

export const isRegistered = {
  type: 'VolunteerRegistered',
  ...registration,
  ageSource: 'own-word',
  outside: false,
} as const
/** The number has to be claimed before it is registered. */
export const claimed = {
  'number-no-n': [{ type: 'NumberClaimed', number: 'no-n', person: 'n', unitId: units.V1 } as const],
} as const

/** An officer has given it, so that the person may name it too (A6). */
const bornOn = { id: 'birth', commitment: '0'.repeat(64) } as const
const bornOnNoted = { type: 'AgeBandDeclared', person: 'n', ageBand: 'adult', source: 'birth-date', bornOn } as const

const pasts: Readonly<Record<VolunteerState['type'], ReadonlyArray<Typed>>> = {
  None: [],
  Registered: [isRegistered, bornOnNoted],
}

const words: Says<VolunteerCommand> = {
  RegisterVolunteer: registration,
  MoveHome: { person: 'n', home: units.V2, from: '2020-05-01' },
  DeclareAgeBand: {
    person: 'n',
    ageBand: '14-to-17',
    source: 'birth-date',
    bornOn,
  },
  NoteNumber: { person: 'n', number: 'no-2' },
}

export const volunteerTrial: MakeTrial<VolunteerState['type'], VolunteerCommand> = (state, command) => ({
  past: pasts[state],
  knowing: claimed,
  command: pickCommand<VolunteerCommand>(words, command),
  now: '2020-04-20T02:00:00.000Z',
  actor: command === 'NoteNumber' ? timer : people.admin,
})

const claim = { number: 'no-n', person: 'n' } as const
const reason = { code: 'mistyped', text: null } as const
export const released = { type: 'NumberReleased', ...claim, by: 'k1', reason } as const
export const confirmed = { type: 'NumberConfirmed', ...claim } as const
const numberPasts: Readonly<Record<NumberState['type'], ReadonlyArray<Typed>>> = {
  Free: [],
  Claimed: claimed['number-no-n'],
  Released: [...claimed['number-no-n'], released],
  InUse: [...claimed['number-no-n'], confirmed],
}
const numberWords: Says<NumberCommand> = {
  ClaimNumber: claim,
  ReleaseNumber: { number: 'no-n', reason },
  TakeBackNumber: { number: 'no-n' },
  ConfirmNumber: claim,
}
const ofProcess: ReadonlySet<string> = new Set(['TakeBackNumber', 'ConfirmNumber'])
export const numberTrial: MakeTrial<NumberState['type'], NumberCommand> = (state, command) => ({
  past: numberPasts[state],
  // A person with a home, so that only officers of that home claim.
  ...(command === 'ClaimNumber' ? { knowing: { 'volunteer-n': [isRegistered] } } : {}),
  command: pickCommand<NumberCommand>(numberWords, command),
  now: '2020-04-20T02:00:00.000Z',
  actor: ofProcess.has(command) ? timer : people.admin,
})
