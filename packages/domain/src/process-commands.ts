import type { LedgerCommand } from './ledger.ts'

/** The types of command that only processes and timers send. A person who sends one is refused with `OnlyAProcess`, in every state. */
export const processCommandTypes = [
  'CheckTwins',
  'ClearSeat',
  'CloseUnit',
  'CreditPoints',
  'DropList',
  'EnterSheetLine',
  'EscalateOverdue',
  'ExpireOffer',
  'FreeSeat',
  'HoldRecord',
  'LapseClaim',
  'LapseConfirmation',
  'LapseExtension',
  'LapseInformation',
  'LapseReview',
  'LetAbsenceStand',
  'LiftHolds',
  'MissOrder',
  'NoteAnswerOverdue',
  'NoteCheckOutMissing',
  'NoteDuplicate',
  'NoteHeadCount',
  'NoteList',
  'NoteNeedOrder',
  'NotePerformer',
  'NoteReview',
  'NoteServiceDue',
  'OpenAssignment',
  'RecheckOverlaps',
  'ReexamineStar',
  'ReopenUnfilled',
  'ReversePoints',
  'SettleSheetLine',
  'StartService',
  'SubmitRecord',
  'SuperviseOrder',
] as const satisfies ReadonlyArray<LedgerCommand['type']>

/** A command of a process or timer. */
export type ProcessCommand = Extract<LedgerCommand, { readonly type: (typeof processCommandTypes)[number] }>
/** A command of a person. */
export type PersonCommand = Exclude<LedgerCommand, ProcessCommand>
