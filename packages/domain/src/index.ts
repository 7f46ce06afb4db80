/** The whole public domain: words, deciders, facts, presets, processes, views and figures. */
export * from './ids.ts'
export * from './words.ts'
export type * from './ledger.ts'
export type * from './rejections.ts'

export * from './organisation/index.ts'
export * from './policy/index.ts'
export * from './roster/index.ts'
export * from './team/index.ts'
export * from './volunteer/index.ts'
export * from './need/index.ts'
export * from './order/index.ts'
export * from './assignment/index.ts'
export * from './service/index.ts'
export * from './points/index.ts'
export * from './star/index.ts'

export * from './projections/index.ts'
export * from './projections/loop.ts'
export * from './wiring.ts'

// Stars speak of less of a record than its slice does.
export type { CountedRecord } from './service/index.ts'
