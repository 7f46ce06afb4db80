import type { Lifecycle } from '@zhiyuan/kernel'
import type { SheetCommand } from './sheet.codec.ts'
import type { SheetState } from './sheet.state.ts'

/** A sheet is entered, and one approver rules on it. Its lines go on as records of their own. */
export const sheetLifecycle: Lifecycle<SheetState['type'], SheetCommand['type']> = {
  initial: 'None',
  final: ['Approved', 'Rejected'],
  resting: [],
  repeats: ['EnterSheet', 'ApproveSheet', 'ReturnSheet', 'RejectSheet'],
  transitions: [
    { from: 'None', command: 'EnterSheet', to: ['Entered'], by: 'unit' },
    { from: 'Entered', command: 'ApproveSheet', to: ['Approved'], by: 'unit' },
    { from: 'Entered', command: 'ReturnSheet', to: ['Returned'], by: 'unit' },
    { from: 'Entered', command: 'RejectSheet', to: ['Rejected'], by: 'unit' },
    { from: 'Returned', command: 'EnterSheet', to: ['Entered'], by: 'unit' },
    { from: 'Returned', command: 'RejectSheet', to: ['Rejected'], by: 'unit' },
  ],
  notBuilt: [],
}
