/** What counts on the word of one unit's officers alone (H20, A9). */
import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, sameContent } from '@zhiyuan/kernel'
import type { Count } from '../../../../vocabulary/values.ts'
import { assignmentRead, type AssignmentState } from '../../../attendance/assignment/assignment.read.ts'
import { listAncestors, unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { humansRead, isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import { findCapacity, judgeSide, needRead, type NeedState } from '../../../requests/need/need.read.ts'
import { orderRead } from '../../../requests/order/order.read.ts'
import type { NoteVouching, OfficeVouched, SeeVouching } from '../watch.codec.ts'
import { findLook, listUnseen, sumUnseen, type WatchState } from '../watch.read.ts'
import { allowedAbove, findLooker, lookAgain, lookReads, on, onProcess, type Decision } from './shared.ts'

/** The unit above has seen what it approved for the recording one. */
const isFromAbove = (tree: UnitTree, { unitId, of }: NoteVouching): boolean =>
  of.type === 'record' && listAncestors(tree, of.recordingUnit).includes(unitId)

interface Confirmed {
  readonly presence: AssignmentState | null
  readonly need: NeedState | null
  readonly humans: Humans
}

/** A9, N15: a contact or a proxy who is family confirms for the household, and no office does; a clerk is one in every capacity. */
const isPrivateWord = ({ person }: NoteVouching, { presence, need, humans }: Confirmed): boolean => {
  if (presence?.type !== 'Confirmed' || presence.confirmer !== person || presence.clerkAt !== null) return false
  const capacity = need === null || need.type === 'None' ? null : findCapacity(need.submitted, person, humans)
  return capacity === null || judgeSide(capacity) === 'requester'
}

const wasTold = ({ words }: WatchState, { person, volunteer, of }: NoteVouching): boolean =>
  words.some((one) => one.person === person && one.volunteer === volunteer && sameContent(one.of, of))

export const noteVouching = onProcess<NoteVouching>()({
  reads: ({ volunteer, of }, _state, { jurisdiction }) => ({
    tree: unitsRead(jurisdiction),
    humans: humansRead(jurisdiction),
    presence: of.type === 'presence' ? assignmentRead({ occasion: of.occasion, volunteer }) : null,
    order: of.type === 'presence' && of.occasion.type === 'order' ? orderRead(of.occasion.orderId) : null,
  }),
  thenReads: ({ order }) => ({ need: order === null || order.type === 'None' ? null : needRead(order.placed.needId) }),
  about: (command, state, found) =>
    isFromAbove(found.tree, command) || isPrivateWord(command, found) || wasTold(state, command)
      ? null
      : { command, state },
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
