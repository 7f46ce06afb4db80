import type { EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { HistoryFinding } from './findings.ts'
import { knownFloor } from './floor.ts'
import type { AppendEntry } from './history.ts'
import type { Indexed } from './indexed.ts'

/** An event that was acknowledged to a process, with its place. */
interface Acknowledged {
  readonly process: string
  readonly id: EventId
  readonly stream: StreamName
  readonly version: StreamVersion
  /** Known of the last event of an append only. */
  readonly position: string | null
}

const listAcknowledged = ({ process, asked, answer }: AppendEntry): ReadonlyArray<Acknowledged> => {
  if ('left' in answer) return []
  const { version, position } = answer.right
  const last = asked.ids.length - 1
  return asked.ids.map((id, index) => ({
    process,
    id,
    stream: asked.stream,
    version: (version - last + index) as StreamVersion,
    position: index === last ? position : null,
  }))
}

/** Acknowledged events are in the log, at their acknowledged places. */
export const findLostAcknowledgements = (
  appends: ReadonlyArray<AppendEntry>,
  { events, rank }: Indexed,
): ReadonlyArray<HistoryFinding> =>
  appends.flatMap(listAcknowledged).flatMap(({ process, id, stream, version, position }) => {
    const there = events[rank.get(id) ?? -1]
    const found =
      there?.stream === stream && there.version === version && (position ?? there.position) === there.position
    return found ? [] : [{ type: 'AcknowledgementLost', process, id }]
  })

export const findTwoWinners = (appends: ReadonlyArray<AppendEntry>): ReadonlyArray<HistoryFinding> => {
  const winners = new Map<string, EventId>()
  return appends.flatMap(listAcknowledged).flatMap(({ id, stream, version }) => {
    const first = winners.get(`${version} ${stream}`) ?? id
    winners.set(`${version} ${stream}`, first)
    return first === id ? [] : [{ type: 'TwoWinners', stream, version }]
  })
}

const mayHaveWritten = ({ answer }: AppendEntry): boolean => 'right' in answer || answer.left.type === 'UnknownOutcome'

/** A process appended every event in the log, and none of those processes was told that nothing was written. */
export const findUnaskedEvents = (
  appends: ReadonlyArray<AppendEntry>,
  { events }: Indexed,
): ReadonlyArray<HistoryFinding> => {
  const asked = new Set(appends.filter(mayHaveWritten).flatMap((entry) => entry.asked.ids))
  return events.filter(({ id }) => !asked.has(id)).map(({ id }) => ({ type: 'UnaskedEvent', id }))
}

export const findWrittenTwice = ({ events, rank }: Indexed): ReadonlyArray<HistoryFinding> =>
  events.filter(({ id }, index) => rank.get(id) !== index).map(({ id }) => ({ type: 'WrittenTwice', id }))

/** Streams are whole, and positions rise, without gaps where the store claims it. */
export const findGaps = ({ events, dense, compare }: Indexed): ReadonlyArray<HistoryFinding> => {
  const next = new Map<StreamName, number>()
  return events.flatMap(({ id, stream, version, position }, index) => {
    const before = events[index - 1]
    const rises = before === undefined || compare(before.position, position) < 0
    const follows = version === (next.get(stream) ?? 0)
    next.set(stream, version + 1)
    return rises && follows && (!dense || position === String(index + 1)) ? [] : [{ type: 'LogGap', before: id }]
  })
}

/** An append that was acknowledged before another began comes before it in the log. */
export const findReordered = (
  appends: ReadonlyArray<AppendEntry>,
  { events, rank }: Indexed,
): ReadonlyArray<HistoryFinding> => {
  const lookUpRank = (id: EventId | undefined): number => rank.get(id as EventId) ?? -1
  const acknowledged = appends
    .filter(({ answer }) => 'right' in answer)
    .map(({ answeredAt, asked }) => ({ at: answeredAt, index: lookUpRank(asked.ids.at(-1)) }))
  const floor = knownFloor(acknowledged)
  const firstAsked = new Map<EventId, bigint>()
  for (const { asked, invokedAt } of appends) {
    for (const id of asked.ids) {
      const before = firstAsked.get(id)
      if (before === undefined || invokedAt < before) firstAsked.set(id, invokedAt)
    }
  }
  return [...firstAsked].flatMap(([later, invokedAt]) => {
    const last = floor(invokedAt)
    const earlier = events[last]
    return rank.has(later) && last > lookUpRank(later) && earlier !== undefined
      ? [{ type: 'Reordered', earlier: earlier.id, later }]
      : []
  })
}
