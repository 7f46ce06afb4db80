import type { Lifecycle, Transition } from '@zhiyuan/kernel'
import type { RecordId } from '../../../vocabulary/ids.ts'
import type { RecordCommand } from './record.codec.ts'
import type { RecordState, RecordStatus } from './record.state.ts'

/** A record's state; `none` before it is submitted. */
export type RecordPhase = RecordStatus | 'none'
type Command = RecordCommand['type']

/** The phase of one record of a volunteer. */
export const nameRecordPhase = ({ records }: RecordState, recordId: string): RecordPhase =>
  records.get(recordId as RecordId)?.status ?? 'none'

type Step = Transition<RecordPhase, Command>

const makeTransition =
  (who: Step['by']) =>
  (from: RecordPhase, command: Command, ...to: ReadonlyArray<RecordPhase>): Step => ({ from, command, to, by: who })
const unit = makeTransition('unit')
const process = makeTransition('process')
const person = makeTransition('person')
const timer = makeTransition('timer')

/** A service record from its submission on. A hold changes the state only of a record that waits; otherwise it is kept beside the state. */
export const recordLifecycle: Lifecycle<RecordPhase, Command> = {
  initial: 'none',
  final: ['withdrawn', 'rejected', 'voided'],
  resting: ['verified'],
  repeats: ['Backfill', 'VerifyRecord', 'ReturnRecord', 'RejectRecord', 'WithdrawRecord', 'VoidRecord'],
  transitions: [
    process('none', 'SubmitRecord', 'submitted', 'held'),
    unit('none', 'Backfill', 'submitted', 'held'),

    unit('submitted', 'VerifyRecord', 'verified'),
    unit('submitted', 'ReturnRecord', 'returned'),
    unit('submitted', 'RejectRecord', 'rejected'),
    process('submitted', 'HoldRecord', 'held'),
    process('submitted', 'WithdrawTakenBack', 'withdrawn'),

    unit('held', 'ClearHold', 'submitted', 'held'),
    unit('held', 'RejectRecord', 'rejected'),
    process('held', 'HoldRecord', 'held'),
    process('held', 'WithdrawTakenBack', 'withdrawn'),

    unit('returned', 'ResubmitRecord', 'submitted', 'held'),
    unit('returned', 'WithdrawRecord', 'withdrawn'),
    process('returned', 'HoldRecord', 'returned'),
    unit('returned', 'ClearHold', 'returned'),

    person('verified', 'RequestCorrection', 'correction-requested'),
    unit('verified', 'SuspendRecord', 'suspended'),
    process('verified', 'HoldRecord', 'suspended'),

    unit('correction-requested', 'CorrectRecord', 'verified', 'correction-requested'),
    unit('correction-requested', 'UpholdRecord', 'verified'),
    unit('correction-requested', 'SuspendRecord', 'suspended'),
    process('correction-requested', 'HoldRecord', 'suspended'),
    unit('correction-requested', 'ClearHold', 'correction-requested'),

    unit('suspended', 'ReinstateRecord', 'verified', 'correction-requested'),
    unit('suspended', 'ClearHold', 'suspended', 'verified', 'correction-requested'),
    unit('suspended', 'VoidRecord', 'voided'),
    process('suspended', 'HoldRecord', 'suspended'),

    process('none', 'EnterSheetLine', 'submitted', 'held', 'verified', 'withdrawn', 'rejected'),
    process('submitted', 'SettleSheetLine', 'verified', 'held', 'withdrawn', 'rejected'),
    process('held', 'SettleSheetLine', 'withdrawn', 'rejected'),
    process('returned', 'SettleSheetLine', 'withdrawn', 'rejected'),

    person('submitted', 'ObjectToRecord', 'held'),
    person('held', 'ObjectToRecord', 'held'),
    person('correction-requested', 'ObjectToRecord', 'correction-requested'),
    person('suspended', 'ObjectToRecord', 'suspended'),

    timer('held', 'NoteObjectionOverdue', 'held'),
    timer('correction-requested', 'NoteObjectionOverdue', 'correction-requested'),
    timer('suspended', 'NoteObjectionOverdue', 'suspended'),

    process('held', 'SettleBurst', 'submitted', 'held', 'rejected'),
    process('returned', 'SettleBurst', 'returned', 'rejected'),
    process('suspended', 'SettleBurst', 'suspended', 'verified', 'correction-requested', 'voided'),
  ],
  notBuilt: [
    { from: 'none', to: 'submitted', rule: 'H18' },
    { from: 'submitted', to: 'held', rule: 'O20' },
  ],
}
