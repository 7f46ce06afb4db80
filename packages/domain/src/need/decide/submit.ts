import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import { actsFor, unitOf, type UnitTree } from '../../organisation/organisation.fact.ts'
import { dueAfter, policyNow } from '../../policy/policy.fact.ts'
import { roles } from '../../words.ts'
import type { SubmitNeed } from '../need.codec.ts'
import type { NeedRejection } from '../need.rejection.ts'
import type { Submission } from '../need.state.ts'
import { on, treeAndBook, type Decision } from './on.ts'

type Command = typeof SubmitNeed._A

const contentOf = (need: Command | Submission) => {
  const { needId, unitId, requester, proxy, contact, channel, kind, description, risks, voicedAt, sourceDate } = need
  return { needId, unitId, requester, proxy, contact, channel, kind, description, risks, voicedAt, sourceDate }
}

const officers = [roles.clerk, roles.gridWorker, roles.informationOfficer, roles.stationClerk] as const

/** The requester, the named proxy, or an officer of the unit who is named as proxy (N1, N4). */
const refuseSubmitter = (command: Command, tree: UnitTree, { actor }: Moment): NeedRejection | null => {
  if (actor.type !== 'person') return { type: 'NotAuthorised', command: command.type }
  if (actor.person === command.requester && command.proxy === null) return null
  if (command.proxy?.person !== actor.person) return { type: 'ProxyMismatch', actor: actor.person }
  if (command.proxy.kind === 'family' || command.proxy.kind === 'volunteer-visitor') return null
  if (actsFor(tree, actor, command.unitId, ...officers)) return null
  return {
    type: 'OutsideJurisdiction',
    person: actor.person,
    role: actor.role,
    actsAt: actor.unit,
    unit: command.unitId,
  }
}

/** N1, N2, N4: recorded with requester, channel and owning unit; the answer is due from now. */
export const submitNeed = on<Command>()(treeAndBook, (command, { tree, book }, moment) => (state): Decision => {
  if (state.type !== 'None') {
    const same = sameContent(contentOf(state.submitted), contentOf(command))
    return same ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: command.needId })
  }
  if (unitOf(tree, command.unitId)?.status !== 'Open') return E.left({ type: 'UnknownUnit', unit: command.unitId })
  const refusal = refuseSubmitter(command, tree, moment)
  if (refusal !== null) return E.left(refusal)
  const policy = policyNow(book, moment)
  if (policy === null) return E.left({ type: 'PolicyMissing', day: moment.now.slice(0, 10) as never })
  if (!policy.terms.needKinds.includes(command.kind)) return E.left({ type: 'UnknownNeedKind', kind: command.kind })
  if (command.voicedAt > moment.now) return E.left({ type: 'VoicedInFuture' })
  const { dueAt, assumed } = dueAfter(book, policy.terms, policy.terms.answer, moment.now)
  return E.right([
    {
      type: 'NeedSubmitted',
      ...contentOf(command),
      recordedAt: moment.now,
      answerDueAt: dueAt,
      assumed,
      policyVersion: policy.version,
    },
  ])
})
