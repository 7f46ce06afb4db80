/** Everything that the runtime needs of the domain, wired once: slices, processes and views. */
import type { Slice } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent, LedgerRejection } from './ledger.ts'
import { assignment } from './slices/attendance/assignment/index.ts'
import { diary } from './slices/attendance/diary/index.ts'
import { founding } from './slices/organisation/ledger/index.ts'
import { headCount } from './slices/attendance/head-count/index.ts'
import { humans } from './slices/people/humans/index.ts'
import { need } from './slices/requests/need/index.ts'
import { order } from './slices/requests/order/index.ts'
import { organisation } from './slices/organisation/units/index.ts'
import { points } from './slices/recognition/points/index.ts'
import { policy } from './policy.ts'
import { proposal } from './slices/organisation/proposal/index.ts'
import { roster } from './slices/organisation/roster/index.ts'
import { record } from './slices/hours/record/index.ts'
import { rollCall } from './slices/attendance/roll-call/index.ts'
import { session } from './slices/attendance/session/index.ts'
import { sheet } from './slices/hours/sheet/index.ts'
import { watch } from './slices/hours/watch/index.ts'
import { burst } from './slices/hours/burst/index.ts'
import { star } from './slices/recognition/star/index.ts'
import { team } from './slices/organisation/team/index.ts'
import { volunteer, volunteerNumber } from './slices/people/volunteer/index.ts'

/** Every slice: an aggregate's decider with its codecs. */
export const slices = [
  founding,
  organisation,
  policy,
  roster,
  proposal,
  team,
  volunteer,
  volunteerNumber,
  humans,
  need,
  order,
  assignment,
  session,
  headCount,
  rollCall,
  record,
  sheet,
  burst,
  watch,
  points,
  star,
  diary,
] as const

/** A slice that is wired. */
export type LedgerSlice = (typeof slices)[number]

type RejectionOf<S> = S extends Slice<infer _C, infer _S, infer _E, infer R> ? R : never
type Differing<A, B> = Exclude<A, B> | Exclude<B, A>
/** The types that are wired and missing from a union of `ledger.ts`, or the other way round. */
interface Forgotten {
  readonly commands: Differing<LedgerSlice['command']['_A']['type'], LedgerCommand['type']>
  readonly events: Differing<LedgerSlice['event']['_A']['type'], LedgerEvent['type']>
  readonly rejections: Differing<RejectionOf<LedgerSlice>['type'], LedgerRejection['type']>
}
// Does not compile where a type is missing; the message names it. Unions that derive from `slices` fail with TS7056.
const forgotten: { readonly [K in keyof Forgotten]: Readonly<Record<Forgotten[K], never>> } = {
  commands: {},
  events: {},
  rejections: {},
}
void forgotten

export { processes } from './processes/index.ts'
export { views } from './views/index.ts'
