import { randomUUID } from 'node:crypto'
import { streamDeleted } from './errors.ts'
import { caughtUpFrame, checkpointFrame, confirmationFrame, eventFrame } from './frames.ts'
import type { Log } from './log.ts'
import { showEvent, type Reading, type ReadStep } from './read.ts'
import { lastRevision, lookUpStream } from './streams.ts'

type Subscription = Pick<Reading, 'from' | 'resolveLinks' | 'filter'>

/** A cursor that stays: it gives the events after the revision, then new ones. It buffers nothing for a slow reader. */
export function* subscribeToStream(
  log: Log,
  stream: string,
  { from, resolveLinks }: Subscription,
): Generator<ReadStep> {
  yield confirmationFrame(randomUUID())
  let next = from === 'start' ? 0 : from === 'end' ? lastRevision(log, stream) + 1 : from + 1
  let live = false
  for (;;) {
    const seen = lookUpStream(log, stream)
    if (seen.type === 'Deleted') {
      const tombstone = log.recordsOf(stream).at(-1)
      if (live && tombstone !== undefined) yield eventFrame(tombstone)
      yield { type: 'fails', failure: streamDeleted(stream) }
      return
    }
    if (seen.type === 'Records') {
      const { records, first, since } = seen
      for (next = Math.max(next, first); next < records.length; next++) {
        const event = records[next]
        if (event !== undefined && event.created >= since) yield showEvent(log, event, resolveLinks)
      }
    }
    if (live) yield { type: 'waits' }
    else yield caughtUpFrame
    live = true
  }
}

/** The same over the whole log, after the position. With a filter, checkpoints tell how far it has looked. */
export function* subscribeToAll(log: Log, { from, resolveLinks, filter }: Subscription): Generator<ReadStep> {
  yield confirmationFrame(randomUUID())
  let next = from === 'start' ? 0 : from === 'end' ? log.all.length : log.indexFrom(from + 1)
  let live = false
  let looked = 0
  let at = -1
  let checkpoint = -1
  for (;;) {
    const event = log.all[next]
    if (event !== undefined) {
      next++
      at = event.position
      if (filter === undefined || filter.passes(event)) yield showEvent(log, event, resolveLinks)
      if (filter !== undefined && ++looked % filter.checkpointEvery === 0) yield checkpointFrame((checkpoint = at))
      continue
    }
    // While a slow reader takes a message, the log may grow: the cursor waits only where it has just looked.
    if (live) yield { type: 'waits' }
    else if (filter !== undefined && at > checkpoint) yield checkpointFrame((checkpoint = at))
    else {
      live = true
      yield caughtUpFrame
    }
  }
}
