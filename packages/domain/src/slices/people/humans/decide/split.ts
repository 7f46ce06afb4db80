import * as E from 'fp-ts/lib/Either.js'
import { readMany, type Moment, type PersonId } from '@zhiyuan/kernel'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import { volunteerRead } from '../../volunteer/volunteer.read.ts'
import type { ProposeSplit, SplitRegistrations } from '../humans.codec.ts'
import { listRegistrations, splitKey, type Humans } from '../humans.read.ts'
import type { HumansRejection } from '../humans.rejection.ts'
import { on, refuseDecider, refuseProposer, type Decision } from './shared.ts'

type Split = ProposeSplit | SplitRegistrations

const listLeaving = ({ person, others }: Split): ReadonlyArray<PersonId> => [person, ...others]

const readHuman = ({ person }: Split, humans: Humans, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
  registrations: readMany(listRegistrations(humans, person), volunteerRead),
})

/** Every one who leaves is of the person's human, and named once. */
const refuseLeaving = (human: ReadonlyArray<PersonId>, leaving: ReadonlyArray<PersonId>): HumansRejection | null => {
  const stranger = leaving.find((one) => !human.includes(one))
  if (stranger !== undefined) return { type: 'NotThere', id: stranger }
  const again = leaving.find((one, index) => leaving.indexOf(one) < index)
  return again === undefined ? null : { type: 'LeavesTwice', person: again }
}

/** They are a human of their own already: nothing is to be taken back. */
const isDone = (human: ReadonlyArray<PersonId>, leaving: ReadonlyArray<PersonId>): boolean =>
  human.length === leaving.length

export const proposeSplit = on<ProposeSplit>()({
  reads: readHuman,
  decide:
    (command, { tree, registrations }, { actor, now: proposedAt }) =>
    (humans): Decision => {
      const { type, person } = command
      const human = listRegistrations(humans, person)
      const leaving = listLeaving(command)
      const unfit = refuseLeaving(human, leaving)
      if (unfit !== null) return E.left(unfit)
      if (isDone(human, leaving)) return E.right([])
      const refusal = refuseProposer({ command: type, actor, tree, humans, concerned: human }, [
        ...registrations.values(),
      ])
      if (refusal !== null) return E.left(refusal)
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const by = actor.person
      return humans.proposals.get(splitKey(leaving))?.includes(by) === true
        ? E.right([])
        : E.right([{ type: 'SplitProposed', person, others: command.others, by, proposedAt }])
    },
})

export const splitRegistrations = on<SplitRegistrations>()({
  reads: readHuman,
  decide:
    (command, { tree }, { actor }) =>
    (humans): Decision => {
      const { type, person, reason } = command
      const human = listRegistrations(humans, person)
      const leaving = listLeaving(command)
      const unfit = refuseLeaving(human, leaving)
      if (unfit !== null) return E.left(unfit)
      if (isDone(human, leaving)) return E.right([])
      const proposedBy = humans.proposals.get(splitKey(leaving)) ?? []
      const refusal = refuseDecider({ command: type, actor, tree, humans, concerned: human }, proposedBy)
      if (refusal !== null) return E.left(refusal)
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const staying = human.filter((one) => !leaving.includes(one))
      return E.right([{ type: 'RegistrationsSplit', person, leaving, staying, by: actor.person, reason }])
    },
})
