import * as E from 'fp-ts/lib/Either.js'
import type { Moment } from '@zhiyuan/kernel'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import { volunteerRead, type VolunteerState } from '../../volunteer/volunteer.read.ts'
import { mostRegistrations, type MergeRegistrations, type ProposeMerge } from '../humans.codec.ts'
import { findSurvivor, isMerged, listRegistrations, mergeKey, type Humans } from '../humans.read.ts'
import type { HumansRejection } from '../humans.rejection.ts'
import { on, refuseDecider, refuseProposer, type Decision } from './shared.ts'

type Merge = ProposeMerge | MergeRegistrations

const readBoth = ({ person, survivor }: Merge, _humans: Humans, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
  joiner: volunteerRead(person),
  other: volunteerRead(survivor),
})

interface Both {
  readonly joiner: VolunteerState
  readonly other: VolunteerState
}

/** G2: the survivor is another registered volunteer who was not merged, and the human stays small enough for an event. */
const refusePair = (humans: Humans, { person, survivor }: Merge, { joiner, other }: Both): HumansRejection | null => {
  if (survivor === person || other.type === 'None' || isMerged(humans, survivor))
    return { type: 'SurvivorUnfit', survivor }
  if (joiner.type === 'None') return { type: 'NotAVolunteer', person }
  const together = listRegistrations(humans, person).length + listRegistrations(humans, survivor).length
  const isOne = findSurvivor(humans, person) === survivor
  return !isOne && together > mostRegistrations ? { type: 'TooManyRegistrations', most: mostRegistrations } : null
}

const isDone = (humans: Humans, { person, survivor }: Merge): boolean =>
  person !== survivor && findSurvivor(humans, person) === survivor

export const proposeMerge = on<ProposeMerge>()({
  reads: readBoth,
  decide:
    (command, { tree, joiner, other }, { actor, now: proposedAt }) =>
    (humans): Decision => {
      const { type, person, survivor } = command
      const unfit = refusePair(humans, command, { joiner, other })
      if (unfit !== null) return E.left(unfit)
      if (isDone(humans, command)) return E.right([])
      const asked = { command: type, actor, tree, humans, concerned: [person, survivor] }
      const refusal = refuseProposer(asked, [joiner, other])
      if (refusal !== null) return E.left(refusal)
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const by = actor.person
      return humans.proposals.get(mergeKey(command))?.includes(by) === true
        ? E.right([])
        : E.right([{ type: 'MergeProposed', person, survivor, by, proposedAt }])
    },
})

/** The event names both groups, so that a process can recheck the smaller one. */
export const mergeRegistrations = on<MergeRegistrations>()({
  reads: readBoth,
  decide:
    (command, { tree, joiner, other }, { actor }) =>
    (humans): Decision => {
      const { type, person, survivor } = command
      const unfit = refusePair(humans, command, { joiner, other })
      if (unfit !== null) return E.left(unfit)
      if (isDone(humans, command)) return E.right([])
      const asked = { command: type, actor, tree, humans, concerned: [person, survivor] }
      const refusal = refuseDecider(asked, humans.proposals.get(mergeKey(command)) ?? [])
      if (refusal !== null) return E.left(refusal)
      const joining = listRegistrations(humans, person)
      const there = listRegistrations(humans, survivor)
      return E.right([{ type: 'RegistrationsMerged', person, survivor, joining, there }])
    },
})
