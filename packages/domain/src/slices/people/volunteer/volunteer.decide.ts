import type { Decider } from '@zhiyuan/kernel'
import { declareAgeBand } from './decide/age.ts'
import { claimNumber, confirmNumber, noteNumber, releaseNumber, takeBackNumber } from './decide/number.ts'
import { moveHome, registerVolunteer } from './decide/register.ts'
import type { NumberCommand, NumberEvent, VolunteerCommand, VolunteerEvent } from './volunteer.codec.ts'
import {
  numberFold,
  numberStream,
  volunteerFold,
  volunteerStream,
  type NumberState,
  type VolunteerState,
} from './volunteer.read.ts'
import type { NumberRejection, VolunteerRejection } from './volunteer.rejection.ts'

export const numberDecider: Decider<NumberCommand, NumberState, NumberEvent, NumberRejection> = {
  stream: ({ number }) => numberStream(number),
  fold: numberFold,
  handlers: {
    ClaimNumber: claimNumber,
    ReleaseNumber: releaseNumber,
    TakeBackNumber: takeBackNumber,
    ConfirmNumber: confirmNumber,
  },
}

export const volunteerDecider: Decider<VolunteerCommand, VolunteerState, VolunteerEvent, VolunteerRejection> = {
  stream: ({ person }) => volunteerStream(person),
  fold: volunteerFold,
  handlers: {
    RegisterVolunteer: registerVolunteer,
    MoveHome: moveHome,
    DeclareAgeBand: declareAgeBand,
    NoteNumber: noteNumber,
  },
}
