/** What counts on the word of one unit's officers alone (H20, A9). */
import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, sameContent } from '@zhiyuan/kernel'
import type { Count } from '../../../../vocabulary/values.ts'
import { listAncestors, unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { isSameHuman } from '../../../people/humans/humans.read.ts'
import type { NoteVouching, OfficeVouched, SeeVouching } from '../watch.codec.ts'
import { findLook, listUnseen, sumUnseen, type WatchState } from '../watch.read.ts'
import { allowedAbove, findLooker, lookAgain, lookReads, on, onProcess, type Decision } from './shared.ts'

/** The unit above has seen what it approved for the recording one. */
const isFromAbove = (tree: UnitTree, { unitId, of }: NoteVouching): boolean =>
  of.type === 'record' && listAncestors(tree, of.recordingUnit).includes(unitId)

const wasTold = ({ words }: WatchState, { person, volunteer, of }: NoteVouching): boolean =>
  words.some((one) => one.person === person && one.volunteer === volunteer && sameContent(one.of, of))

export const noteVouching = onProcess<NoteVouching>()({
  reads: (_command, _state, { jurisdiction }) => ({ tree: unitsRead(jurisdiction) }),
  about: (command, state, { tree }) =>
    isFromAbove(tree, command) || wasTold(state, command) ? null : { command, state },
  then: ({ command: { unitId, person, volunteer, of, minutes }, state }) => {
    const told = (state.words.filter((one) => one.person === person).length + 1) as Count
    const unseen = sumUnseen([...listUnseen(state, person), { minutes }])
    return E.right([{ type: 'OfficeVouched', unitId, person, volunteer, of, minutes, told, unseen }])
  },
})

const listRecorders = (words: ReadonlyArray<OfficeVouched>) =>
  words.flatMap(({ of }) => (of.type === 'record' ? [of.recorder] : []))

/** The unit above looks, and none of those who vouched, entered it or are credited by it. At the top the top itself looks (G8). */
export const seeVouching = on<SeeVouching>()({
  allowed: allowedAbove('SeeVouching'),
  reads: lookReads,
  decide:
    (command, found, { actor }) =>
    (state): Decision => {
      const { type, unitId, person, told, reason } = command
      const unseen = listUnseen(state, person)
      const looked = unseen.filter((one) => one.told <= told)
      const people = [person, ...looked.map(({ volunteer }) => volunteer)]
      const looker = findLooker({ ...found, actor, people }, command)
      if (E.isLeft(looker)) return looker
      const by = looker.right
      if (listRecorders(looked).some((one) => isSameHuman(found.humans, one, by)))
        return E.left({ type: 'ApproverIsRecorder', person: by })
      const before = findLook(state, command)
      if (before !== undefined)
        return before.told === told ? lookAgain(before, { by, reason }, type) : E.left(commandNotAllowed('Seen', type))
      if (looked.at(-1)?.told !== told) return E.left({ type: 'NotThere', id: person })
      const left = sumUnseen(unseen.slice(looked.length))
      return E.right([{ type: 'VouchingSeen', unitId, person, told, unseen: left, by, reason }])
    },
})
