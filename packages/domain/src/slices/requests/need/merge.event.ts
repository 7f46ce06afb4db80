/** Events of needs that are like another one (N5, N14). */
import type * as t from 'io-ts'
import { boolean, closed, list, literal, nullable } from '@zhiyuan/kernel'
import { NeedId, PersonId } from '../../../vocabulary/ids.ts'
import { Reason } from '../../../vocabulary/values.ts'
import { answeredFields, clockFields, keyFields, openedFields, stoppedFields } from './event.fields.ts'
import { Proxy } from './need.values.ts'

const people = { requester: PersonId, contact: nullable(PersonId), proxy: nullable(Proxy) }

/** The need is a duplicate of `into`. Both are kept, and its own people see the outcome of the other (N5). */
export const NeedMerged = closed({
  type: literal('NeedMerged'),
  ...answeredFields,
  into: NeedId,
  ...people,
  /** Whether the two are likely twins, as N14 would have proposed them; other merges are a class of their own beside I04. */
  proposed: boolean,
  ...stoppedFields,
})
export interface NeedMerged extends t.TypeOf<typeof NeedMerged> {}
/** Another need was merged into this one; its people see this one's outcome, and may review and reopen for their part (N5). */
export const DuplicateNoted = closed({ type: literal('DuplicateNoted'), ...openedFields, duplicate: NeedId, ...people })
export interface DuplicateNoted extends t.TypeOf<typeof DuplicateNoted> {}
/** The other need is no longer merged into this one. */
export const DuplicateReleased = closed({ type: literal('DuplicateReleased'), ...openedFields, duplicate: NeedId })
export interface DuplicateReleased extends t.TypeOf<typeof DuplicateReleased> {}
/** The merge was wrong, for the stated reason: the need is its clerk's again, with what was left of its answer clock (N2, N5). */
export const NeedUnmerged = closed({
  type: literal('NeedUnmerged'),
  ...keyFields,
  survivor: NeedId,
  reason: Reason,
  ...clockFields,
})
export interface NeedUnmerged extends t.TypeOf<typeof NeedUnmerged> {}
/** The need into which this one was merged ended unserved: this one is its clerk's again, with a new answer clock (N5). */
export const MergedNeedReturned = closed({
  type: literal('MergedNeedReturned'),
  ...keyFields,
  survivor: NeedId,
  ...clockFields,
})
export interface MergedNeedReturned extends t.TypeOf<typeof MergedNeedReturned> {}
/** These needs may ask for the same: proposed to the clerk, and never merged by themselves (N14). */
export const TwinsProposed = closed({ type: literal('TwinsProposed'), ...keyFields, twins: list(NeedId, 1, 20) })
export interface TwinsProposed extends t.TypeOf<typeof TwinsProposed> {}
