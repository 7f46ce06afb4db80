import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import { CallRoll, type RollCallCommand, type RollCallEvent } from './roll-call.codec.ts'

export const restoreRollCall = restoreByFirst<RollCallCommand, RollCallEvent>({ RollCalled: copyFields(CallRoll) })
