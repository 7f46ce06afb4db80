import type { DiarySeat } from '../../slices/attendance/diary/diary.codec.ts'
import type { Case, Cases } from '../cases.ts'
import { endWaiting, startWaiting, type Onward } from './cases.ts'
import { toDoKey, type Subject, type ToDoRow } from './row.ts'

const nameSubject = ({ occasion, volunteer }: DiarySeat): Subject => ({ type: 'overlap', occasion, volunteer })
/** The handler and the team's body. */
const listKeys = (seat: DiarySeat): ReadonlyArray<string> => {
  const subject = nameSubject(seat)
  return [...new Set([toDoKey(seat.handler, subject), toDoKey(seat.bodyId, subject)])]
}

const atSeats = <E>(list: (event: E) => ReadonlyArray<DiarySeat>, onward: Onward<E>): Case<ToDoRow, E> => ({
  keys: (event) => list(event).flatMap(listKeys),
  evolve: (row, event, noted, key) => {
    const seat = list(event).find((one) => listKeys(one).includes(key))
    return seat === undefined ? row : { ...row, subject: nameSubject(seat), since: noted, ...onward(event, row) }
  },
})

/** Items at the handlers and the bodies of both teams: seats of one human that overlap, until one of them is given up or its time has passed (A16). */
export const diary: Cases<ToDoRow> = {
  SeatsOverlap: atSeats(
    ({ other, ...seat }) => [seat, other],
    () => startWaiting('overlap'),
  ),
  SeatDropped: atSeats((seat) => [seat], endWaiting),
  OverlapEnded: atSeats((seat) => [seat], endWaiting),
}
