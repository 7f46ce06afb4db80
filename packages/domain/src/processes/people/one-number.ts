import { send, type Process, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { VolunteerNo } from '../../vocabulary/ids.ts'

/** The numbers that were ever claimed for a person. */
export interface NumbersRow {
  readonly numbers: ReadonlyArray<VolunteerNo>
}

const takeBack = (number: VolunteerNo): Reaction<LedgerCommand> => send({ type: 'TakeBackNumber' as const, number })

/**
 * G2: one number a person at a time. A number is claimed on its own stream, so two may be claimed at once for one person: each is noted on
 * the person's stream, and the one noted second is taken back. A registration confirms its number, also one that was released while the
 * registration was decided, and has any other taken back.
 */
export const oneNumber: Process<NumbersRow, LedgerEvent, LedgerCommand> = {
  name: 'one-number',
  version: 1,
  initial: () => ({ numbers: [] }),
  keys: (event) => (event.type === 'NumberClaimed' || event.type === 'VolunteerRegistered' ? [event.person] : []),
  evolve: (row, { data }) =>
    data.type === 'NumberClaimed' && !row.numbers.includes(data.number)
      ? { numbers: [...row.numbers, data.number] }
      : row,
  react: ({ data }, [row]) => {
    if (data.type === 'NumberClaimed') return [send({ type: 'NoteNumber', person: data.person, number: data.number })]
    if (data.type === 'NumberNoted') return data.second ? [takeBack(data.number)] : []
    if (data.type !== 'VolunteerRegistered') return []
    const { person, number } = data
    const others = (row?.numbers ?? []).filter((one) => one !== number)
    return [send({ type: 'ConfirmNumber', number, person }), ...others.map(takeBack)]
  },
}
