/** Checks of the order of a log. */
import { futureBoundMs, plusMillis, type Header, type Instant } from '@zhiyuan/kernel'
import type { StoredEvent } from '../ports/ports.ts'
import { flaw, type Flaws } from './flaw.ts'
import { seenEvents } from './seen-events.ts'

/** The versions of each stream, and the read sets that name them. Holds a number a stream. */
export const streamCheck = () => {
  const next = new Map<string, number>()
  return {
    ofReadSet: ({ readSet }: Header): Flaws => {
      const streams = new Set<string>()
      const twice = readSet.findIndex(({ stream }) => streams.size === streams.add(stream).size)
      if (twice !== -1) return [flaw('ReadTwice', `$.readSet[${twice}]`, 'a stream once')]
      const ahead = readSet.findIndex(({ stream, version }) => version >= (next.get(stream) ?? 0))
      return ahead === -1 ? [] : [flaw('ReadSetAhead', `$.readSet[${ahead}]`, 'an event before this one')]
    },
    ofPlace: ({ stream, version }: StoredEvent): Flaws => {
      const wanted = next.get(stream) ?? 0
      next.set(stream, version + 1)
      return version === wanted ? [] : [flaw('StreamBroken', '$.version', String(wanted))]
    },
  }
}

/** S12: two neighbours may be recorded as far apart as two machines' clocks may differ. Holds one instant. */
export const timeCheck = () => {
  let latest: Instant | null = null
  return ({ recordedAt }: Header): Flaws => {
    if (latest !== null && recordedAt < latest) {
      const least = plusMillis(latest, -futureBoundMs)
      if (recordedAt >= least) return []
      latest = recordedAt
      return [flaw('TimeFell', '$.recordedAt', `at least ${least}`)]
    }
    latest = recordedAt
    return []
  }
}

/** S12: the bound on a command's `occurredAt` when it is sent. It is recorded at that time or later. */
export const findAhead = ({ occurredAt, recordedAt }: Header): Flaws => {
  if (occurredAt <= recordedAt) return []
  const most = plusMillis(recordedAt, futureBoundMs)
  return occurredAt <= most ? [] : [flaw('OccurredAhead', '$.occurredAt', `at most ${most}`)]
}

/** Actors and causes. Holds 22 to 43 bytes an event. */
export const causeCheck = () => {
  const seen = seenEvents()
  const ofHeader = ({ actor, causationId, correlationId }: Header): Flaws => {
    const cause = actor.type === 'process' ? actor.cause : null
    if (causationId !== cause) return [flaw('CauseMissing', '$.causationId', String(cause))]
    const found = cause === null ? 'there' : seen.find(cause, correlationId)
    if (found === 'missing') return [flaw('CauseMissing', '$.causationId', 'an event before this one')]
    return found === 'there' ? [] : [flaw('CorrelationDiffers', '$.correlationId', `that of ${cause}`)]
  }
  return {
    ofHeader,
    add: ({ id }: StoredEvent, header: Header | null): void => {
      seen.add(id, header?.correlationId ?? null)
      // Where one of the two was changed, later events may name either.
      if (header !== null && header.id !== id) seen.add(header.id, header.correlationId)
    },
  }
}
