import type { Moment } from '@zhiyuan/kernel'
import { policyRead } from './policy/policy.read.ts'

/** The reads of a handler that needs the policies of its jurisdiction and nothing else. */
export const policyReads = (_command: unknown, _state: unknown, { jurisdiction }: Moment) => ({
  policies: policyRead(jurisdiction),
})
