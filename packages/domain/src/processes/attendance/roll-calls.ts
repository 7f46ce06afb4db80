import { send } from '@zhiyuan/kernel'
import { nameRollList } from '../../slices/attendance/head-count/head-count.read.ts'
import { defineProcess } from '../define-process.ts'

/**
 * A12, H12: a roll that says who came is a head count too, told under the caller's name when the ledger was told, and a list that other head
 * counts are held against.
 */
export const rollCalls = defineProcess('roll-calls', {
  RollCalled: ({ rollCallId, occasion, phase, volunteers: people, headCount: count, caller, by, toldAt, day }) => {
    if (phase === 'left') return []
    const hands = caller === null ? [by] : [by, caller]
    return [
      send({ type: 'NoteHeadCount', occasion, count, by, caller, rollCallId, at: toldAt }),
      send({ type: 'NoteList', occasion, listId: nameRollList(rollCallId), hands, people, day }),
    ]
  },
})
