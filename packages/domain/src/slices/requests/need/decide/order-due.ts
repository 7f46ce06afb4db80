/** The term in which an order is placed for an approved need (N12). */
import type { Instant } from '@zhiyuan/kernel'
import { citedPolicy, computeDue, type Policy, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'
import type { ApprovedNeed } from '../need.state.ts'
import { needTerms } from '../need.terms.ts'

/** The clock that starts now, by the policy in force; without such a term none runs. */
export const startOrderDue = (policies: PolicyBook, policy: Policy, { now: from }: { readonly now: Instant }) => {
  const term = readTerms(needTerms, policy).orderDue
  const due = term === null ? { dueAt: null, assumed: false } : computeDue(policies, policy, { term, from })
  return { orderDueAt: due.dueAt, assumed: due.assumed, policyVersion: policy.version }
}

/** The due instant by the calendar as it is known now (H4). */
export const findOrderDue = (policies: PolicyBook, running: NonNullable<ApprovedNeed['orderDue']>): Instant => {
  const policy = citedPolicy(policies, running.policyVersion)
  const term = policy === null ? null : readTerms(needTerms, policy).orderDue
  return policy === null || term === null
    ? running.dueAt
    : computeDue(policies, policy, { term, from: running.from }).dueAt
}
