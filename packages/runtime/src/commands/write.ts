import * as E from 'fp-ts/lib/Either.js'
import type { Envelope, StreamName, StreamVersion, Typed } from '@zhiyuan/kernel'
import type { Fault } from '../ports/fault.ts'
import type { AppendError, Appended, EventStore, StoredEvent } from '../ports/ports.ts'
import type { StateCache } from './state-cache.ts'

/** Events of one decision, for one stream. */
export interface ToWrite {
  readonly stream: StreamName
  readonly before: StreamVersion | null
  readonly events: ReadonlyArray<Envelope<Typed>>
  /** The same events as they are stored. */
  readonly stored: ReadonlyArray<StoredEvent>
}

/** `conflict`: another writer was first. `repeated`: the event ids are taken, so this command was done before. */
export type Written = 'written' | 'conflict' | 'repeated'

const unknownOutcomeRetries = 3

const appendUntilKnown = async (
  store: Pick<EventStore, 'append'>,
  toWrite: Omit<ToWrite, 'events'>,
  left: number,
): Promise<E.Either<AppendError, Appended>> => {
  const { stream, before, stored } = toWrite
  const answer = await store.append(stream, before ?? 'no-stream', stored)()
  const unknown = E.isLeft(answer) && answer.left.type === 'UnknownOutcome'
  return unknown && left > 0 ? appendUntilKnown(store, toWrite, left - 1) : answer
}

/** Appends; where the store does not say whether it wrote, appends the same again to learn it. */
export const writer =
  (store: Pick<EventStore, 'append'>, cache: StateCache) =>
  async (toWrite: ToWrite): Promise<E.Either<Fault, Written>> => {
    const answer = await appendUntilKnown(store, toWrite, unknownOutcomeRetries)
    if (E.isRight(answer)) {
      cache.appended(toWrite.stream, toWrite.before, toWrite.events)
      return E.right('written')
    }
    const error = answer.left
    if (error.type === 'VersionConflict') return E.right('conflict')
    if (error.type === 'EventIdTaken') return E.right('repeated')
    return E.left(error)
  }
