import { NeedId, OrderId, type Timeline } from '@zhiyuan/domain'
import { needKey, orderKey, timeline as view, timelineOf } from '@zhiyuan/domain/requests'
import { closed } from '@zhiyuan/kernel'
import { asked } from './asked.ts'
import { reach } from './reach.ts'
import { rowOf, type Sources } from './sources.ts'

/** Whose steps: a need's with all its orders, or one order's. */
export type TimelineSubject = { readonly needId: string } | { readonly orderId: string }

const NeedQuestion = closed({ needId: NeedId })
const OrderQuestion = closed({ orderId: OrderId })

const keyOf = async (subject: unknown): Promise<string> =>
  typeof subject === 'object' && subject !== null && 'orderId' in subject
    ? orderKey((await asked(OrderQuestion, subject)).orderId)
    : needKey((await asked(NeedQuestion, subject)).needId)

/** Null where there is no such need or order (N6). */
export const timeline =
  (sources: Sources) =>
  async (subject: TimelineSubject): Promise<Timeline | null> => {
    const rows = await reach(
      await keyOf(subject),
      (one) => rowOf(sources, view, one),
      ({ leadsTo }) => leadsTo,
    )
    return rows.length === 0 ? null : timelineOf(rows)
  }
