import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import { roles } from '../../../../vocabulary/values.ts'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { findUnit, unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { runTimer, policyMissing, findCurrentPolicy, policyRead } from '../../../organisation/policy/policy.read.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'
import { humansRead, type Humans } from '../../../people/humans/humans.read.ts'
import type { SubmitNeed } from '../need.codec.ts'
import type { NeedRejection } from '../need.rejection.ts'
import type { Submission } from '../need.state.ts'
import { needTerms } from '../need.terms.ts'
import { holdsOffice } from '../need.office.ts'
import { on, type Decision } from './shared.ts'

type Command = SubmitNeed

const copyContent = (need: Command | Submission) => {
  const { needId, unitId, requester, proxy, contact, channel, kind, description, risks, voicedAt, sourceDate } = need
  return { needId, unitId, requester, proxy, contact, channel, kind, description, risks, voicedAt, sourceDate }
}

/** The roles that each kind of proxy requires; family and visiting volunteers need none. */
const officers = {
  'grid-worker': [roles.gridWorker],
  'information-officer': [roles.informationOfficer],
  'station-clerk': [roles.stationClerk, roles.clerk],
  'volunteer-visitor': null,
  family: null,
} as const

interface Found {
  readonly tree: UnitTree
  readonly humans: Humans
}

/** The requester herself, or another person who is named as proxy; an officer only for the own unit and those below (N1, N4). */
const refuseSubmitter = (command: Command, found: Found, { actor }: Moment): NeedRejection | null => {
  const { type, unitId: unit, requester, proxy } = command
  if (actor.type !== 'person') return { type: 'NotAuthorised', command: type }
  if (proxy === null) return actor.person === requester ? null : { type: 'ProxyMismatch', actor: actor.person }
  if (proxy.person !== actor.person || proxy.person === requester) return { type: 'ProxyMismatch', actor: actor.person }
  // N15: in office over the unit one is the office there, and no family.
  if (proxy.kind === 'family' && holdsOffice(found, { actor }, unit))
    return { type: 'HoldsOfficeThere', person: actor.person, unit }
  const asOfficer = officers[proxy.kind]
  return asOfficer === null ? null : refuseAuthority(found.tree, actor, { command: type, unit, roles: asOfficer })
}

/** N1, N2, N4: the need is recorded with requester, channel and owning unit; the term to answer starts now. */
export const submitNeed = on<Command>()({
  reads: (_command, _state, { jurisdiction }) => ({
    tree: unitsRead(jurisdiction),
    policies: policyRead(jurisdiction),
    humans: humansRead(jurisdiction),
  }),
  decide:
    (command, { tree, policies, humans }, moment) =>
    (state): Decision => {
      if (state.type !== 'None') {
        const same = sameContent(copyContent(state.submitted), copyContent(command))
        return same ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: command.needId })
      }
      if (findUnit(tree, command.unitId)?.status !== 'Open')
        return E.left({ type: 'UnknownUnit', unit: command.unitId })
      const refusal = refuseSubmitter(command, { tree, humans }, moment)
      if (refusal !== null) return E.left(refusal)
      const policy = findCurrentPolicy(policies, moment)
      if (policy === null) return E.left(policyMissing(policies, moment.now))
      if (!readTerms(needTerms, policy).kinds.includes(command.kind))
        return E.left({ type: 'UnknownNeedKind', kind: command.kind })
      if (command.voicedAt > moment.now) return E.left({ type: 'VoicedInFuture' })
      const timer = runTimer(policies, policy, { of: needTerms, term: 'answer', from: moment.now })
      const { dueAt: answerDueAt, assumed, policyVersion } = timer
      return E.right([
        {
          type: 'NeedSubmitted',
          ...copyContent(command),
          recordedAt: moment.now,
          answerDueAt,
          assumed,
          policyVersion,
        },
      ])
    },
})
