/** The whole public domain: words, deciders, reads, presets, processes, views and figures. */
export * from './vocabulary/ids.ts'
export * from './vocabulary/occasion.ts'
export * from './vocabulary/words.ts'
export type * from './ledger.ts'
export type * from './vocabulary/rejections.ts'

export * from './slices/organisation/units/index.ts'
export * from './slices/organisation/policy/index.ts'
export * from './slices/organisation/roster/index.ts'
export * from './slices/organisation/team/index.ts'
export * from './slices/people/volunteer/index.ts'
export * from './slices/requests/need/index.ts'
export * from './slices/requests/order/index.ts'
export * from './slices/attendance/assignment/index.ts'
export * from './slices/hours/record/index.ts'
export * from './slices/recognition/points/index.ts'
export * from './slices/recognition/star/index.ts'

export * from './slices/assessment/targets.terms.ts'

export * from './policy.ts'
export * from './presets/policies.ts'
export * from './views/index.ts'
export * from './views/loop.ts'
export * from './slices.ts'

// Stars speak of less of a record than its slice does.
export type { CountedRecord } from './slices/hours/record/index.ts'
