/**
 * The golden story as a log of events, as far as figures read it. It is told a second time on purpose: written by hand, apart from any
 * decider, so that figures are checked independently of the commands in the acceptance tests. All persons are made up.
 */
import { boughtHours } from './golden/bought-hours.fixture.ts'
import { escalatedOrder } from './golden/escalated-order.fixture.ts'
import type { GoldenLine } from './golden/lines.fixture.ts'
import { reopenedOrder } from './golden/reopened-order.fixture.ts'

/** All chapters, in the order of the log. */
export const goldenLines: ReadonlyArray<GoldenLine> = [...reopenedOrder, ...escalatedOrder, ...boughtHours]
