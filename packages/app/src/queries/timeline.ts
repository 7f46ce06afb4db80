import {
  needKey,
  orderKey,
  timeline as view,
  timelineOf,
  type NeedId,
  type OrderId,
  type Timeline,
} from '@zhiyuan/domain'
import { reach } from './reach.ts'
import { rowOf, type Sources } from './sources.ts'

/** Whose steps: a need's with all its orders, or one order's. */
export type TimelineSubject = { readonly needId: string } | { readonly orderId: string }

/** Null where there is no such need or order (N6). */
export const timeline =
  (sources: Sources) =>
  async (subject: TimelineSubject): Promise<Timeline | null> => {
    const key = 'needId' in subject ? needKey(subject.needId as NeedId) : orderKey(subject.orderId as OrderId)
    const rows = await reach(
      key,
      (one) => rowOf(sources, view, one),
      ({ leadsTo }) => leadsTo,
    )
    return rows.length === 0 ? null : timelineOf(rows)
  }
