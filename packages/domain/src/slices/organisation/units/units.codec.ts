/** Commands and events of the unit tree and its posts: stream `units-<jurisdiction>`. */
import type * as t from 'io-ts'
import { closed, literal, nullable, Role, variants, type Codec } from '@zhiyuan/kernel'
import { BodyId, PersonId, UnitId } from '../../../vocabulary/ids.ts'
import { Code, PublicName, RoleName, UnitLevel } from '../../../vocabulary/values.ts'

const node = { unitId: UnitId, level: UnitLevel, parent: nullable(UnitId), name: PublicName, code: nullable(Code) }

/** A practice unit joined the tree; `code` is its statistical code, which it may lack (G1). */
export const UnitOpened = closed({ type: literal('UnitOpened'), ...node })
export interface UnitOpened extends t.TypeOf<typeof UnitOpened> {}
/** The unit takes no new orders and is to close. */
export const UnitClosingBegan = closed({ type: literal('UnitClosingBegan'), unitId: UnitId })
export interface UnitClosingBegan extends t.TypeOf<typeof UnitClosingBegan> {}
/** The unit closed, with nothing open there any more. `parent` is its parent at that time, to which it passes on. */
export const UnitClosed = closed({ type: literal('UnitClosed'), unitId: UnitId, parent: nullable(UnitId) })
export interface UnitClosed extends t.TypeOf<typeof UnitClosed> {}
/** The unit has another parent from here on; the units below it move along. */
export const UnitMoved = closed({ type: literal('UnitMoved'), unitId: UnitId, parent: UnitId })
export interface UnitMoved extends t.TypeOf<typeof UnitMoved> {}
/** The unit keeps its id under another name. */
export const UnitRenamed = closed({ type: literal('UnitRenamed'), unitId: UnitId, name: PublicName })
export interface UnitRenamed extends t.TypeOf<typeof UnitRenamed> {}
/** A body that is no unit, such as an agency's, may organise and record from now on; it belongs to a unit. */
export const BodyRegistered = closed({
  type: literal('BodyRegistered'),
  bodyId: BodyId,
  unitId: UnitId,
  name: PublicName,
})
export interface BodyRegistered extends t.TypeOf<typeof BodyRegistered> {}
/** The successor answers for the records of a body, which may be a unit's (H3). */
export const BodySucceeded = closed({ type: literal('BodySucceeded'), bodyId: BodyId, successor: BodyId })
export interface BodySucceeded extends t.TypeOf<typeof BodySucceeded> {}
/** A person took a post at a unit; held ex officio where `office` is named (G6). */
export const PostTaken = closed({
  type: literal('PostTaken'),
  unitId: UnitId,
  post: Role,
  person: PersonId,
  office: nullable(Code),
})
export interface PostTaken extends t.TypeOf<typeof PostTaken> {}
/** The person no longer holds that post there; other posts stay. */
export const PostLeft = closed({ type: literal('PostLeft'), unitId: UnitId, post: Role, person: PersonId })
export interface PostLeft extends t.TypeOf<typeof PostLeft> {}
/** An office ended for a person; every post held ex officio by it ended with it (G6). */
export const OfficeLeft = closed({ type: literal('OfficeLeft'), office: Code, person: PersonId })
export interface OfficeLeft extends t.TypeOf<typeof OfficeLeft> {}

/** All events of the unit tree and its posts. */
export const OrganisationEvent: Codec<OrganisationEvent> = variants('OrganisationEvent', [
  UnitOpened,
  UnitClosingBegan,
  UnitClosed,
  UnitMoved,
  UnitRenamed,
  BodyRegistered,
  BodySucceeded,
  PostTaken,
  PostLeft,
  OfficeLeft,
])
export type OrganisationEvent =
  | UnitOpened
  | UnitClosingBegan
  | UnitClosed
  | UnitMoved
  | UnitRenamed
  | BodyRegistered
  | BodySucceeded
  | PostTaken
  | PostLeft
  | OfficeLeft

/**
 * By an administrator of the parent or above; for the root, by any. Refused where it would break the tree, for the id `outside`, or under a unit that is not open
 * (G1).
 */
export const OpenUnit = closed({ type: literal('OpenUnit'), ...node })
export interface OpenUnit extends t.TypeOf<typeof OpenUnit> {}
/** By an administrator of the unit or above. Refused for the root: an order that slips into a closing unit needs a parent (G1). */
export const BeginClosingUnit = closed({ type: literal('BeginClosingUnit'), unitId: UnitId })
export interface BeginClosingUnit extends t.TypeOf<typeof BeginClosingUnit> {}
/** Sent by a process when nothing is open at the unit; refused while a unit below is open (G1). */
export const CloseUnit = closed({ type: literal('CloseUnit'), unitId: UnitId })
export interface CloseUnit extends t.TypeOf<typeof CloseUnit> {}
/** By an administrator of both parents, old and new. Refused where it would break the tree (G1). */
export const MoveUnit = closed({ type: literal('MoveUnit'), unitId: UnitId, parent: UnitId })
export interface MoveUnit extends t.TypeOf<typeof MoveUnit> {}
/** By an administrator of the unit or above, while it is open. */
export const RenameUnit = closed({ type: literal('RenameUnit'), unitId: UnitId, name: PublicName })
export interface RenameUnit extends t.TypeOf<typeof RenameUnit> {}
/** By an administrator of the unit or above; refused where another body has the id, units included. */
export const RegisterBody = closed({ type: literal('RegisterBody'), bodyId: BodyId, unitId: UnitId, name: PublicName })
export interface RegisterBody extends t.TypeOf<typeof RegisterBody> {}
/** By an administrator of both bodies; once for a body, and never in a circle (H3). */
export const SucceedBody = closed({ type: literal('SucceedBody'), bodyId: BodyId, successor: BodyId })
export interface SucceedBody extends t.TypeOf<typeof SucceedBody> {}
/** By an administrator of the unit or above. Refused at a closed unit, and where the person holds the post by another office (G6). */
export const TakePost = closed({
  type: literal('TakePost'),
  unitId: UnitId,
  post: RoleName,
  person: PersonId,
  office: nullable(Code),
})
export interface TakePost extends t.TypeOf<typeof TakePost> {}
/** By an administrator of the unit or above; of a closed unit by one above. Refused where the post was never held. */
export const LeavePost = closed({ type: literal('LeavePost'), unitId: UnitId, post: RoleName, person: PersonId })
export interface LeavePost extends t.TypeOf<typeof LeavePost> {}
/** By an administrator of all units whose posts it ends; refused where none was ever held by that office (G6). */
export const LeaveOffice = closed({ type: literal('LeaveOffice'), office: Code, person: PersonId })
export interface LeaveOffice extends t.TypeOf<typeof LeaveOffice> {}

/** All commands about the unit tree and its posts. */
export const OrganisationCommand: Codec<OrganisationCommand> = variants('OrganisationCommand', [
  OpenUnit,
  BeginClosingUnit,
  CloseUnit,
  MoveUnit,
  RenameUnit,
  RegisterBody,
  SucceedBody,
  TakePost,
  LeavePost,
  LeaveOffice,
])
export type OrganisationCommand =
  | OpenUnit
  | BeginClosingUnit
  | CloseUnit
  | MoveUnit
  | RenameUnit
  | RegisterBody
  | SucceedBody
  | TakePost
  | LeavePost
  | LeaveOffice
