import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import {
  ApproveSheet,
  EnterSheet,
  RejectSheet,
  ReturnSheet,
  type SheetCommand,
  type SheetEvent,
} from './sheet.codec.ts'

export const restoreSheet = restoreByFirst<SheetCommand, SheetEvent>({
  SheetEntered: copyFields(EnterSheet),
  SheetApproved: copyFields(ApproveSheet),
  SheetReturned: copyFields(ReturnSheet),
  SheetRejected: copyFields(RejectSheet),
})
