import type { RuleSet } from '@zhiyuan/kernel'

/**
 * The number of today's set of rules; every event has the number of the rules that decided it. It is raised when a decider would answer a
 * command of the stored logs differently, so that an old decision is checked by the rules of its time. The gate `lock` checks them all.
 */
export const ruleSet = 1 as RuleSet
