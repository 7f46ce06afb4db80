/** `@zhiyuan/domain/organisation`: the unit tree with its bodies and posts, policies with their presets, rosters, teams. */
export * from '../slices/organisation/ledger/index.ts'
export * from '../slices/organisation/units/index.ts'
export * from '../slices/organisation/policy/index.ts'
export * from '../slices/organisation/roster/index.ts'
export * from '../slices/organisation/team/index.ts'
export * from '../slices/organisation/proposal/index.ts'
export type { OpenOrdersRow } from '../processes/organisation/close-empty-units.ts'
export type { HandlerRow } from '../processes/organisation/transfer-from-closing.ts'
