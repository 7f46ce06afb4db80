/** The indicators counted once more straight from the events, naively and apart from rows, contributions and roll-up. */
import type { FigureQuestion, Log } from './log.fixture.ts'
import { readEvents, type Pair } from './recount.events.fixture.ts'
import { recountRequests } from './recount.requests.fixture.ts'
import { recountService } from './recount.service.fixture.ts'

export { naiveAreas } from './recount.events.fixture.ts'

/** n and d of each indicator of an area. */
export const recount = (log: Log, question: FigureQuestion, area: string): Readonly<Record<string, Pair>> => {
  const naive = readEvents(log, question, area)
  return { ...recountService(naive), ...recountRequests(naive) }
}
