import type { RuleSet } from '@zhiyuan/kernel'

/**
 * The number of the rules as they are now; every event names the one that decided it. Raised whenever a decider would answer a command of
 * the stored logs otherwise, so that an old decision is judged again by the rules of its time: the gate `lock` asks them all.
 */
export const ruleSet = 1 as RuleSet
