import type { EventId, StreamName } from '@zhiyuan/kernel'
import type { FinalLog } from './findings.ts'
import type { Place } from './history.ts'

/** The final log, and its streams, with the index of each event. */
export interface Indexed extends FinalLog {
  readonly rank: ReadonlyMap<EventId, number>
  readonly rankOfPosition: ReadonlyMap<string, number>
  readonly streams: ReadonlyMap<StreamName, ReadonlyArray<Place>>
}

export const indexLog = (log: FinalLog): Indexed => {
  const streams = new Map<StreamName, Place[]>()
  for (const event of log.events) {
    const own = streams.get(event.stream)
    if (own === undefined) streams.set(event.stream, [event])
    else own.push(event)
  }
  return {
    ...log,
    rank: new Map(log.events.map(({ id }, index) => [id, index])),
    rankOfPosition: new Map(log.events.map(({ position }, index) => [position, index])),
    streams,
  }
}
