/** What the events of one decision say together. */
import type { EventId, Header, Typed } from '@zhiyuan/kernel'
import { deriveEventIds } from '../commands/event-ids.ts'
import type { Recorded } from '../ports/ports.ts'
import type { LogLaws } from './check-laws.ts'
import { locateFlaw, flaw, type Flaws } from './flaw.ts'
import type { LogFinding } from './log-finding.ts'

/** An event as far as it could be read. */
interface ReadEvent {
  readonly recorded: Recorded
  /** Null where it cannot be read, or is the header of another place. */
  readonly header: Header | null
  /** Null where they cannot be read, or are known to be wrong. */
  readonly words: Typed | null
}

/** A decision of which there may be more. */
interface Pending {
  readonly first: Header
  readonly deriveId: (place: number) => EventId
  readonly events: { readonly recorded: Recorded; readonly header: Header; readonly words: Typed }[]
  /** Where the next event stands in it. */
  place: number
  /** Part of it could not be read, or it is known to be incomplete. */
  isExcused: boolean
}

const beginPending = (first: Header): Pending => ({
  first,
  deriveId: deriveEventIds(first.commandId, first.stream),
  events: [],
  place: 0,
  isExcused: false,
})

const belongsTo = ({ first }: Pending, { stream, commandId }: Header): boolean =>
  first.stream === stream && first.commandId === commandId

/** Which place in the decision an id names; null where it is no id of the decision. */
const findPlace = ({ deriveId }: Pending, id: EventId): number | null => {
  const place = Number(id.slice(id.lastIndexOf('.') + 1))
  return Number.isSafeInteger(place) && deriveId(place) === id ? place : null
}

/** Checks the command and the stream of a complete decision. Upcast events need not have the digest of their command any more. */
const wholeFindings = ({ restore, currentSchema }: LogLaws, decision: Pending): ReadonlyArray<LogFinding> => {
  const { first, events, isExcused } = decision
  const [begin] = events
  if (isExcused) return []
  const made = restore(
    first.stream,
    first.jurisdiction,
    events.map(({ words }) => words),
  )
  const wantedStream = made?.stream ?? first.stream
  const wanted = made?.command ?? 'that of a command with these events'
  const isOlder = events.some(({ header }) => header.schema < currentSchema(header.type))
  const other = isOlder ? undefined : events.find(({ header }) => header.command !== wanted)
  return [
    ...(other === undefined ? [] : [locateFlaw(other.recorded)(flaw('CommandDiffers', '$.command', wanted))]),
    ...(wantedStream === first.stream || begin === undefined
      ? []
      : [locateFlaw(begin.recorded)(flaw('CommandDiffers', '$.stream', wantedStream))]),
  ]
}

/** An append is atomic, so the events of a decision are neighbours in every log. Holds one decision in memory. */
export const decisionCheck = (laws: LogLaws) => {
  let pending: Pending | null = null
  /** The event before could not be read: it may belong to any decision. */
  let isAfterUnread = false
  const end = (): ReadonlyArray<LogFinding> => {
    const closed = pending
    pending = null
    return closed === null ? [] : wholeFindings(laws, closed)
  }
  const ofId = (decision: Pending, id: EventId): Flaws => {
    const wanted = decision.deriveId(decision.place)
    const place = wanted === id ? decision.place : findPlace(decision, id)
    decision.place = (place ?? decision.place) + 1
    if (wanted === id) return []
    if (place === null) return [flaw('EventIdDiffers', '$.id', wanted)]
    decision.isExcused = true
    return isAfterUnread ? [] : [flaw('DecisionTorn', '$.id', wanted)]
  }
  return {
    add: ({ recorded, header, words }: ReadEvent): ReadonlyArray<LogFinding> => {
      if (header === null) {
        // The decision before it may lack its end.
        pending = null
        isAfterUnread = true
        return []
      }
      const closed = pending !== null && belongsTo(pending, header) ? [] : end()
      pending ??= beginPending(header)
      const flaws = ofId(pending, recorded.event.id)
      isAfterUnread = false
      if (words === null) pending.isExcused = true
      else pending.events.push({ recorded, header, words })
      return [...closed, ...flaws.map(locateFlaw(recorded))]
    },
    end,
  }
}
