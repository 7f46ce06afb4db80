import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import {
  ClaimNumber,
  DeclareAgeBand,
  MoveHome,
  RegisterVolunteer,
  type NumberCommand,
  type NumberEvent,
  type VolunteerCommand,
  type VolunteerEvent,
} from './volunteer.codec.ts'

export const restoreVolunteer = restoreByFirst<VolunteerCommand, VolunteerEvent>({
  VolunteerRegistered: copyFields(RegisterVolunteer),
  HomeMoved: copyFields(MoveHome),
  AgeBandDeclared: copyFields(DeclareAgeBand),
})

export const restoreNumber = restoreByFirst<NumberCommand, NumberEvent>({ NumberClaimed: copyFields(ClaimNumber) })
