import { copyFields, restoreByFirst, type Role } from '@zhiyuan/kernel'
import type { RoleName } from '../../../vocabulary/values.ts'
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

/** An event keeps the role as an open text; its command is made again with the same word. */
const nameRole = <Said extends { readonly post: Role }>(event: Said): Said & { readonly post: RoleName } => ({
  ...event,
  post: event.post as string as RoleName,
})

export const restoreOrganisation = restoreByFirst<OrganisationCommand, OrganisationEvent>({
  UnitOpened: copyFields(OpenUnit),
  UnitClosingBegan: copyFields(BeginClosingUnit),
  UnitClosed: copyFields(CloseUnit),
  UnitMoved: copyFields(MoveUnit),
  UnitRenamed: copyFields(RenameUnit),
  BodyRegistered: copyFields(RegisterBody),
  BodySucceeded: copyFields(SucceedBody),
  PostTaken: (event) => copyFields(TakePost)(nameRole(event)),
  PostLeft: (event) => copyFields(LeavePost)(nameRole(event)),
  OfficeLeft: copyFields(LeaveOffice),
})
