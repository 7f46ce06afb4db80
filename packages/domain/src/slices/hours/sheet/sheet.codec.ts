/** The words of a paper sheet: one document with many lines (H14). Stream `sheet-<id>`. */
import type * as t from 'io-ts'
import {
  closed,
  Instant,
  integer,
  list,
  literal,
  LocalDay,
  nullable,
  oneOf,
  text,
  variants,
  type Codec,
} from '@zhiyuan/kernel'
import { BodyId, PersonId, SheetId, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import { Code, EvidenceGrade, Minutes, Reason, Segments } from '../../../vocabulary/values.ts'
import { HostedOccasion } from '../record/record.codec.ts'

export interface ImageHashBrand {
  readonly ImageHash: unique symbol
}
/** SHA-256 of the photograph or scan of the sheet, in lower-case hex. The image itself stays with the body, outside the log (P1). */
export type ImageHash = t.Branded<string, ImageHashBrand>
export const ImageHash = text<ImageHashBrand>('ImageHash', /^[0-9a-f]{64}$/, 64)

export interface EditionBrand {
  readonly Edition: unique symbol
}
/** How often a sheet was entered: 1, and one more after each return. */
export type Edition = t.Branded<number, EditionBrand>
export const Edition = integer<EditionBrand>('Edition', 1, 100)

/** The most lines of a sheet; a longer list is several sheets. */
export const mostLines = 200

/** One person on the sheet. */
export const SheetLine = closed({ volunteer: PersonId, segments: Segments, minutes: Minutes })
export interface SheetLine extends t.TypeOf<typeof SheetLine> {}

/** What a sheet says. */
const document = {
  sheetId: SheetId,
  occasion: HostedOccasion,
  /** The body that organised the service, and records it (H3). */
  bodyId: BodyId,
  teamId: nullable(TeamId),
  lines: list(SheetLine, 1, mostLines),
  imageHash: ImageHash,
  content: Code,
  /** The person who answers for the sheet, and is none of those on it (H7). */
  responsible: PersonId,
  reason: nullable(Reason),
}

/** What a sheet lacks for its lines to be `attested` (H14): the occasion in the log before it began, a head count, the unit above. */
export const SheetLack = oneOf('SheetLack', ['known-before', 'head-count', 'unit-above'])
export type SheetLack = t.TypeOf<typeof SheetLack>

const step = { sheetId: SheetId, edition: Edition, bodyId: BodyId }

/** A sheet was entered; a process makes a `manual` record of each line (H14). `servedUnit` is the order's owner or the session's host (H17). */
export const SheetEntered = closed({
  type: literal('SheetEntered'),
  ...document,
  edition: Edition,
  recorder: PersonId,
  servedUnit: UnitId,
  /** The local day on which the service of all lines began (S7); null where it was on several days. */
  day: nullable(LocalDay),
  enteredAt: Instant,
})
export interface SheetEntered extends t.TypeOf<typeof SheetEntered> {}
/** One approver let all its lines count, but for those that are held. `lacks` says why they stay `manual`; nothing: they are `attested`. */
export const SheetApproved = closed({
  type: literal('SheetApproved'),
  ...step,
  by: PersonId,
  grade: EvidenceGrade,
  lacks: list(SheetLack, 0, 3),
})
export interface SheetApproved extends t.TypeOf<typeof SheetApproved> {}
/** The sheet was sent back, with the fault named, to be entered again; its records are withdrawn. */
export const SheetReturned = closed({ type: literal('SheetReturned'), ...step, by: PersonId, reason: Reason })
export interface SheetReturned extends t.TypeOf<typeof SheetReturned> {}
/** The sheet was refused for good, and so are its records (H9). */
export const SheetRejected = closed({ type: literal('SheetRejected'), ...step, by: PersonId, reason: Reason })
export interface SheetRejected extends t.TypeOf<typeof SheetRejected> {}

/** All events of a sheet. */
export const SheetEvent: Codec<SheetEvent> = variants('SheetEvent', [
  SheetEntered,
  SheetApproved,
  SheetReturned,
  SheetRejected,
])
export type SheetEvent = SheetEntered | SheetApproved | SheetReturned | SheetRejected

/**
 * By a recorder or clerk of the organiser's body, who stands on none of its lines; again after it was returned, with other content (H3, H7). Refused
 * where `content` is no specialty of the eight or of a policy (C05).
 */
export const EnterSheet = closed({ type: literal('EnterSheet'), ...document })
export interface EnterSheet extends t.TypeOf<typeof EnterSheet> {}
/**
 * By an approver of the body's unit without a part in it (H7, H16), or by the unit above (G8), so that its lines may be `attested`. Refused
 * until the second look is over (H20).
 */
export const ApproveSheet = closed({ type: literal('ApproveSheet'), sheetId: SheetId })
export interface ApproveSheet extends t.TypeOf<typeof ApproveSheet> {}
/** By an approver of the body's unit or above, without a part in it, while the sheet waits. */
export const ReturnSheet = closed({ type: literal('ReturnSheet'), sheetId: SheetId, reason: Reason })
export interface ReturnSheet extends t.TypeOf<typeof ReturnSheet> {}
/** By an approver of the body's unit or above, without a part in it, while the sheet waits or was returned. Final. */
export const RejectSheet = closed({ type: literal('RejectSheet'), sheetId: SheetId, reason: Reason })
export interface RejectSheet extends t.TypeOf<typeof RejectSheet> {}

/** All commands of a sheet. */
export const SheetCommand: Codec<SheetCommand> = variants('SheetCommand', [
  EnterSheet,
  ApproveSheet,
  ReturnSheet,
  RejectSheet,
])
export type SheetCommand = EnterSheet | ApproveSheet | ReturnSheet | RejectSheet
