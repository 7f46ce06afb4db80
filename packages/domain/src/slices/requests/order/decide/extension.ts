/** 延期: a later due date, asked for by the handler and granted by those who wait for the service, or by the unit above (O27). */
import * as E from 'fp-ts/lib/Either.js'
import { endOfDay, type Moment, type PersonId } from '@zhiyuan/kernel'
import { actingPerson, refuseAuthority } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { dueNow, findZone, startTimer } from '../../../organisation/policy/policy.read.ts'
import { nameRuling, proposalRead, type Proposals } from '../../../organisation/proposal/proposal.read.ts'
import { refuseAlone } from '../../../organisation/two-at-the-top.ts'
import { unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import type { AnswerExtension, AskExtension, ExtensionBy, LapseExtension } from '../order.codec.ts'
import type { OrderRejection } from '../order.rejection.ts'
import type { Existing, Extension } from '../order.state.ts'
import { findAnsweringUnit } from '../order.answerer.ts'
import { orderTerms } from '../order.terms.ts'
import { orderRoles } from '../order.roles.ts'
import {
  authorised,
  atHandler,
  copyKeys,
  findServiceDue,
  findSide,
  notAllowed,
  on,
  onTimer,
  type Decision,
} from './shared.ts'
import { refuseWaiting, waitingReads } from './waiting.ts'

export const askExtension = authorised<AskExtension>()({
  states: ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled', 'InProgress'],
  fits: ({ round }, state) => state.round === round,
  ...atHandler(orderRoles.AskExtension),
  reads: (command, state, moment) => ({
    ...policyReads(command, state, moment),
    ...waitingReads(command, state, moment),
  }),
  decide:
    ({ type, day, reason }, { policies, need, humans }, { actor, now }) =>
    (state): Decision => {
      const own = refuseWaiting(orderRoles.AskExtension, state, { need, humans, actor })
      if (own !== null) return E.left(own)
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const from = findServiceDue(policies, state)
      const to = endOfDay(findZone(policies), day)
      if (state.extension !== null)
        return state.extension.to === to && state.extension.answer === 'open'
          ? E.right([])
          : E.left({ type: 'ExtensionAskedBefore', to: state.extension.to })
      if (now >= from || to <= from) return E.left({ type: 'DayNotLater', dueAt: from })
      const timer = startTimer(policies, { of: orderTerms, term: 'extension', at: now })
      if (E.isLeft(timer)) return timer
      const { dueAt: answerBy, assumed, policyVersion } = timer.right
      const asked = {
        asker: state.handler,
        by: actor.person,
        from,
        day,
        to,
        reason,
        askedAt: now,
        answerBy,
        assumed,
        policyVersion,
      }
      return E.right([{ type: 'ExtensionAsked', ...copyKeys(state), ...asked }])
    },
})

/** G8: the two who rule together answer the same. */
const nameAnswer = ({ orderId, round, grant }: AnswerExtension) =>
  nameRuling('AnswerExtension', orderId, round, grant ? 'grant' : 'refuse')

interface Found {
  readonly tree: UnitTree
  readonly humans: Humans
  readonly proposals: Proposals
}

/** Above the one that asked and the handler any of the posts that handle orders; where neither has a unit above it, two at the top together (G8). */
const refuseAnswerer = (
  command: AnswerExtension,
  { state, extension }: { readonly state: Existing; readonly extension: Extension },
  { tree, humans, proposals }: Found,
  moment: Moment,
): OrderRejection | null => {
  const { by } = extension
  const unit = findAnsweringUnit(tree, state, extension)
  const isSame = (one: PersonId, other: PersonId): boolean => isSameHuman(humans, one, other)
  if (unit !== null)
    return refuseAuthority(tree, moment.actor, {
      command: command.type,
      unit,
      roles: orderRoles.AnswerExtension.roles,
    })
  const together = { rulingId: nameAnswer(command), proposals, isSame }
  return refuseAlone(tree, moment, { hasPart: (person) => isSame(by, person), together })
}

const copyExtension = ({ asker, from, to }: Extension) => ({ asker, from, to })

export const answerExtension = on<AnswerExtension>()({
  reads: (command, state, moment) => ({
    ...policyReads(command, state, moment),
    ...waitingReads(command, state, moment),
    tree: unitsRead(moment.jurisdiction),
    proposals: proposalRead(nameAnswer(command)),
  }),
  decide:
    (command, { policies, need, ...found }, moment) =>
    (state): Decision => {
      if (state.type === 'None' || state.extension === null || state.round !== command.round)
        return E.left(notAllowed(state, command))
      const { extension, handler } = state
      if (extension.answer === (command.grant ? 'granted' : 'refused')) return E.right([])
      const lapsesAt = dueNow(policies, { of: orderTerms, term: 'extension' }, extension.term)
      if (extension.answer !== 'open' || moment.now >= lapsesAt) return E.left(notAllowed(state, command))
      const side = findSide(need, { ...found, moment }, handler, extension.asker)
      const bySide = side === 'office-proxy' ? null : side
      const refusal = bySide === null ? refuseAnswerer(command, { state, extension }, found, moment) : null
      if (refusal !== null) return E.left(refusal)
      const answerer = actingPerson(moment)
      if (answerer !== null && isSameHuman(found.humans, extension.by, answerer))
        return E.left({ type: 'AskedForIt', person: answerer })
      const by: ExtensionBy = bySide ?? 'unit-above'
      const answered = { ...copyKeys(state), ...copyExtension(extension), by }
      return command.grant
        ? E.right([{ type: 'ExtensionGranted', ...answered }])
        : E.right([{ type: 'ExtensionRefused', ...answered, answerBy: extension.term.dueAt }])
    },
})

/** O27: no answer in time is a refusal. */
export const lapseExtension = onTimer<LapseExtension>()({
  reads: policyReads,
  running: ({ round, answerBy }, state, { policies }) => {
    if (state.type === 'None' || state.round !== round || state.extension?.answer !== 'open') return null
    const { extension } = state
    if (extension.term.dueAt !== answerBy) return null
    return { dueAt: dueNow(policies, { of: orderTerms, term: 'extension' }, extension.term), extension, state }
  },
  end: ({ extension, state }) => {
    const answerBy = extension.term.dueAt
    return E.right([{ type: 'ExtensionRefused', ...copyKeys(state), ...copyExtension(extension), answerBy, by: null }])
  },
})
