import { send } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** A12, H12: a roll that says who came is a head count too, told under the caller's name. */
export const rollCalls = defineProcess('roll-calls', {
  RollCalled: ({ rollCallId, occasion, phase, headCount: count, caller, by, at }) =>
    phase === 'came' ? [send({ type: 'NoteHeadCount', occasion, count, by, caller, rollCallId, at })] : [],
})
