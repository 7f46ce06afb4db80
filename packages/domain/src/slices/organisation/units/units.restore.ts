import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import {
  BeginClosingUnit,
  CloseUnit,
  LeaveOffice,
  LeavePost,
  MoveUnit,
  OpenUnit,
  RegisterBody,
  RenameUnit,
  SucceedBody,
  TakePost,
  type OrganisationCommand,
  type OrganisationEvent,
} from './units.codec.ts'

export const restoreOrganisation = restoreByFirst<OrganisationCommand, OrganisationEvent>({
  UnitOpened: copyFields(OpenUnit),
  UnitClosingBegan: copyFields(BeginClosingUnit),
  UnitClosed: copyFields(CloseUnit),
  UnitMoved: copyFields(MoveUnit),
  UnitRenamed: copyFields(RenameUnit),
  BodyRegistered: copyFields(RegisterBody),
  BodySucceeded: copyFields(SucceedBody),
  PostTaken: copyFields(TakePost),
  PostLeft: copyFields(LeavePost),
  OfficeLeft: copyFields(LeaveOffice),
})
