import type { Decider } from '@zhiyuan/kernel'
import { approveSheet } from './decide/approve.ts'
import { enterSheet } from './decide/enter.ts'
import { rejectSheet, returnSheet } from './decide/rule.ts'
import type { SheetCommand, SheetEvent } from './sheet.codec.ts'
import { sheetStream } from './sheet.read.ts'
import type { SheetRejection } from './sheet.rejection.ts'
import { sheetFold, type SheetState } from './sheet.state.ts'

export const sheetDecider: Decider<SheetCommand, SheetState, SheetEvent, SheetRejection> = {
  stream: ({ sheetId }) => sheetStream(sheetId),
  fold: sheetFold,
  handlers: {
    EnterSheet: enterSheet,
    ApproveSheet: approveSheet,
    ReturnSheet: returnSheet,
    RejectSheet: rejectSheet,
  },
}
