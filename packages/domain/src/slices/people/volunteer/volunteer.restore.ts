import { copyFields, restoreByFirst, type RestoreTable } from '@zhiyuan/kernel'
import {
  ClaimNumber,
  ConfirmNumber,
  DeclareAgeBand,
  MoveHome,
  NoteNumber,
  RegisterVolunteer,
  ReleaseNumber,
  TakeBackNumber,
  type NumberCommand,
  type NumberEvent,
  type VolunteerCommand,
  type VolunteerEvent,
} from './volunteer.codec.ts'
import { outsideHome } from './volunteer.read.ts'

const release = copyFields(ReleaseNumber)
const takeBack = copyFields(TakeBackNumber)
/** Only a person gives a reason of the own. */
const restoreRelease: RestoreTable<NumberCommand, NumberEvent>['NumberReleased'] = (event) =>
  event.by === null ? takeBack(event) : release(event)

export const restoreNumber = restoreByFirst<NumberCommand, NumberEvent>({
  NumberClaimed: copyFields(ClaimNumber),
  NumberReleased: restoreRelease,
  NumberConfirmed: copyFields(ConfirmNumber),
})

const register = copyFields(RegisterVolunteer)
const move = copyFields(MoveHome)
/** The command names a home outside the tree, and the event the unit that keeps it. */
const nameHome = <E extends { readonly home: string; readonly outside: boolean }>(event: E) =>
  event.outside ? { ...event, home: outsideHome } : event

export const restoreVolunteer = restoreByFirst<VolunteerCommand, VolunteerEvent>({
  VolunteerRegistered: (event) => register(nameHome(event)),
  HomeMoved: (event) => move(nameHome(event)),
  AgeBandDeclared: copyFields(DeclareAgeBand),
  NumberNoted: copyFields(NoteNumber),
})
