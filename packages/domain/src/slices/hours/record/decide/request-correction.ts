/** A person says that a record is wrong (H9). */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { computeDue, findCurrentPolicy, policyMissing, readTerms } from '../../../organisation/policy/policy.read.ts'
import { findSurvivor } from '../../../people/humans/humans.read.ts'
import type { RequestCorrection } from '../record.codec.ts'
import { recordTerms } from '../record.terms.ts'
import { refuseApprover } from './certifier.ts'
import { findCorrection } from './correct.ts'
import { copyKeys, findRecord, notAllowed, on, unitHumanAndPolicyReads, type Decision } from './shared.ts'

/** The volunteer asks, for a merged registration also the survivor (G2), or an approver of the certifying unit or above. */
export const requestCorrection = on<RequestCorrection>()({
  reads: unitHumanAndPolicyReads,
  decide:
    (command, { tree, humans, policies }, moment) =>
    (state): Decision => {
      const record = findRecord(state, command.recordId)
      const { correctionId, reason } = command
      const by = actingPerson(moment)
      const known = findCorrection(record, correctionId)
      if (known !== undefined)
        return known.by === by && sameContent(known.reason, reason)
          ? E.right([])
          : E.left({ type: 'SameIdOtherContent', id: correctionId })
      if (record?.status !== 'verified') return E.left(notAllowed(record, command))
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const isOwn = by === record.volunteer || by === findSurvivor(humans, record.volunteer)
      const refusal = isOwn ? null : refuseApprover(tree, moment, record, command)
      if (refusal !== null) return E.left(refusal)
      const { now: askedAt } = moment
      const policy = findCurrentPolicy(policies, moment)
      if (policy === null) return E.left(policyMissing(policies, askedAt))
      const { late: term } = readTerms(recordTerms, policy)
      const answerBy = computeDue(policies, policy, { term, from: askedAt }).dueAt
      return E.right([
        {
          type: 'CorrectionRequested',
          ...copyKeys(record),
          correctionId,
          by,
          reason,
          askedAt,
          answerBy,
          policyVersion: policy.version,
        },
      ])
    },
})
