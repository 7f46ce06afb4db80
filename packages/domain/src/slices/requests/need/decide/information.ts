/** Questions to the requester's side (N2, N7). */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { findCurrentPolicy, policyMissing, runTimer } from '../../../organisation/policy/policy.read.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'
import { isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import type { Channel, LapseInformation, RequestInformation, SupplyInformation } from '../need.codec.ts'
import { judgeSide } from '../need.people.ts'
import type { NeedFacts, Submission } from '../need.state.ts'
import { needRoles } from '../need.roles.ts'
import { needTerms } from '../need.terms.ts'
import {
  authorised,
  owningUnit,
  copyKeys,
  findOwnCapacity,
  humansReads,
  onTimer,
  refuseInterested,
  repeatIf,
  resumeAnswer,
  startAnswer,
  type Decision,
} from './shared.ts'

export const requestInformation = authorised<RequestInformation>()({
  before: ({ question }, state) =>
    repeatIf(state.type !== 'None' && state.questions.some((one) => sameContent(one, question))),
  states: ['Submitted'],
  roles: needRoles.RequestInformation.roles,
  unit: owningUnit,
  reads: (...asked) => ({ ...policyReads(...asked), ...humansReads(...asked) }),
  decide:
    ({ type, question }, { policies, humans }, moment) =>
    (state): Decision => {
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: type })
      const refusal = refuseInterested(needRoles.RequestInformation, { humans, actor: moment.actor }, state)
      if (refusal !== null) return E.left(refusal)
      const policy = findCurrentPolicy(policies, moment)
      if (policy === null) return E.left(policyMissing(policies, moment.now))
      const most = readTerms(needTerms, policy).informationAsks
      const asked = state.questions.length
      if (state.asItStands || (most !== null && asked >= most)) return E.left({ type: 'AskedEnough', asked, most })
      const timer = runTimer(policies, policy, { of: needTerms, term: 'information', from: moment.now })
      const { dueAt: lapsesAt, assumed, policyVersion } = timer
      const requested = { question, by, stoppedAt: moment.now, lapsesAt, assumed, policyVersion }
      return E.right([{ type: 'InformationRequested', ...copyKeys(state), ...requested }])
    },
})

/** N2: the one who asked may write down what the requester's side says, and wins no time by it. */
const isAsker = (state: NeedFacts & { readonly askedBy: PersonId }, humans: Humans, moment: Moment): boolean => {
  const person = actingPerson(moment)
  const capacity = findOwnCapacity(state, humans, moment)
  if (person === null || (capacity !== null && judgeSide(capacity) === 'requester')) return false
  return isSameHuman(humans, state.askedBy, person)
}

const supplyReads = (command: SupplyInformation, state: NeedFacts, moment: Moment) => ({
  ...policyReads(command, state, moment),
  ...humansReads(command, state, moment),
})

/** N2: the answer clock starts anew, so that nothing rests unanswered without one. */
export const supplyInformation = authorised<SupplyInformation>()({
  before: ({ answer }, state) =>
    repeatIf(state.type !== 'None' && state.answers.some((one) => sameContent(one, answer))),
  states: ['InfoRequested'],
  roles: needRoles.SupplyInformation.roles,
  unit: owningUnit,
  also: {
    called: 'requester, contact and proxy of the need',
    is: ({ state, found, moment }) => findOwnCapacity(state, found.humans, moment) !== null,
  },
  reads: supplyReads,
  decide:
    ({ answer }, { policies, humans }, moment) =>
    (state): Decision => {
      if (moment.now >= state.lapsesAt) return E.left({ type: 'InformationLapsedAlready', lapsedAt: state.lapsesAt })
      const clock = isAsker(state, humans, moment)
        ? resumeAnswer(policies, state, moment)
        : startAnswer(policies, moment)
      if (E.isLeft(clock)) return clock
      return E.right([{ type: 'InformationSupplied', ...copyKeys(state), answer, ...clock.right }])
    },
})

/** By these channels, or with any proxy, a person of the office or the family spoke for the requester, who may never see the question. */
const spoken: ReadonlyArray<Channel> = ['telephone', 'home-visit', 'grid-worker', 'information-officer']
const isSpoken = ({ channel, proxy }: Submission): boolean => proxy !== null || spoken.includes(channel)

/** N7: the need lapses, and the requester is told; one that came by telephone, visit or proxy is decided as it stands. */
export const lapseInformation = onTimer<LapseInformation>()({
  reads: policyReads,
  running: ({ lapsesAt }, state) =>
    state.type === 'InfoRequested' && state.lapsesAt === lapsesAt ? { dueAt: lapsesAt, state } : null,
  end: ({ state }, { policies }, moment) => {
    const { submitted, lapsesAt } = state
    if (!isSpoken(submitted))
      return E.right([
        { type: 'InformationLapsed', ...copyKeys(state), requester: submitted.requester, lapsesAt } as const,
      ])
    const clock = startAnswer(policies, moment)
    if (E.isLeft(clock)) return clock
    return E.right([{ type: 'InformationMissing', ...copyKeys(state), lapsedAt: lapsesAt, ...clock.right } as const])
  },
})
