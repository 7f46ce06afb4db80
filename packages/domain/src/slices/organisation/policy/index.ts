import type { Slice } from '@zhiyuan/kernel'
import { PolicyCommand, PolicyEvent } from './policy.codec.ts'
import { policyDecider, type PolicyRejection } from './policy.decide.ts'
import type { PolicyBook } from './policy.state.ts'

export * from './policy.codec.ts'
export * from './terms.codec.ts'
export * from './policy.read.ts'
export * from './presets/index.ts'
export type { DayOutsideYear, PolicyRejection, ThresholdsNotRising, ZoneNotInOrder } from './policy.decide.ts'

/** Policies, calendar years and denominators. */
export const policy: Slice<PolicyCommand, PolicyBook, PolicyEvent, PolicyRejection> = {
  name: 'policy',
  command: PolicyCommand,
  event: PolicyEvent,
  decider: policyDecider,
}
