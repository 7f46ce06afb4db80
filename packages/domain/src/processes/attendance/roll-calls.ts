import { send } from '@zhiyuan/kernel'
import { nameRollList } from '../../slices/attendance/head-count/head-count.read.ts'
import type { RollCalled } from '../../slices/attendance/roll-call/roll-call.codec.ts'
import { defineProcess } from '../define-process.ts'

/** H12: a roll of who came is a head count too, told when the ledger was told, and a list that other head counts are held against. */
const noteCount = ({
  rollCallId,
  occasion,
  volunteers: people,
  headCount: count,
  caller,
  by,
  toldAt,
  day,
}: RollCalled) => {
  const hands = caller === null ? [by] : [by, caller]
  return [
    send({ type: 'NoteHeadCount' as const, occasion, count, by, caller, rollCallId, at: toldAt }),
    send({ type: 'NoteList' as const, occasion, listId: nameRollList(rollCallId), hands, people, day }),
  ]
}

/** A12: each person on a roll comes or leaves by the word of who called it, or of the caller for whom it was typed. */
export const rollCalls = defineProcess('roll-calls', {
  RollCalled: (event, { id: list }) => {
    const { occasion, phase, volunteers, by, caller, at, toldAt } = event
    const type = phase === 'came' ? ('CheckInListed' as const) : ('CheckOutListed' as const)
    const told = { by, caller, list, toldAt }
    return [
      ...(phase === 'came' ? noteCount(event) : []),
      ...volunteers.map((volunteer) => send({ type, occasion, volunteer, at, told })),
    ]
  },
})
