import { NeedId, OrderId, type Timeline } from '@zhiyuan/domain'
import { needKey, orderKey, timeline as view, buildTimeline } from '@zhiyuan/domain/requests'
import { closed } from '@zhiyuan/kernel'
import { readQuestion } from './read-question.ts'
import { reach } from './reach.ts'
import { readRow, type Sources } from './sources.ts'

/** Whose steps: a need's with all its orders, or one order's. */
export type TimelineSubject = { readonly needId: string } | { readonly orderId: string }

const NeedQuestion = closed({ needId: NeedId })
const OrderQuestion = closed({ orderId: OrderId })

const readKey = async (subject: unknown): Promise<string> =>
  typeof subject === 'object' && subject !== null && 'orderId' in subject
    ? orderKey((await readQuestion(OrderQuestion, subject)).orderId)
    : needKey((await readQuestion(NeedQuestion, subject)).needId)

/** Null where there is no such need or order (N6). */
export const timeline =
  (sources: Sources) =>
  async (subject: TimelineSubject): Promise<Timeline | null> => {
    const rows = await reach(
      await readKey(subject),
      (one) => readRow(sources, view, one),
      ({ leadsTo }) => leadsTo,
    )
    return rows.length === 0 ? null : buildTimeline(rows)
  }
