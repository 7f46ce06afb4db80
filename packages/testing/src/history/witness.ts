import * as E from 'fp-ts/lib/Either.js'
import type { StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { EventStore, Expected, GlobalPosition, Page, Recorded, StoredEvent, StoreError } from '@zhiyuan/runtime'
import type { Answer, Entry, PageSeen, Place } from './history.ts'

const pickPlace = ({ position, event: { id, stream, version } }: Recorded): Place => ({ id, stream, version, position })

const summarizeAnswer = (answer: E.Either<StoreError, Page>): Answer<StoreError, PageSeen> =>
  E.isLeft(answer) ? { left: answer.left } : { right: { ...answer.right, events: answer.right.events.map(pickPlace) } }

/** Asks a store, and reports the question, the answer and their times. */
export const witness = (store: EventStore, name: string, tell: (entry: Entry) => void) => {
  const timeCall = async <A>(ask: () => Promise<A>) => {
    const invokedAt = process.hrtime.bigint()
    const answer = await ask()
    return { answer, times: { process: name, invokedAt, answeredAt: process.hrtime.bigint() } }
  }
  return {
    append: async (stream: StreamName, expected: Expected, events: ReadonlyArray<StoredEvent>) => {
      const { answer, times } = await timeCall(store.append(stream, expected, events))
      const asked = { stream, expected, ids: events.map(({ id }) => id) }
      tell({
        kind: 'append',
        ...times,
        asked,
        answer: E.isLeft(answer) ? { left: answer.left } : { right: answer.right },
      })
      return answer
    },
    readStream: async (stream: StreamName, from: StreamVersion, limit: number) => {
      const { answer, times } = await timeCall(store.readStream(stream, from, limit))
      tell({ kind: 'readStream', ...times, asked: { stream, from, limit }, answer: summarizeAnswer(answer) })
      return answer
    },
    readAll: async (after: GlobalPosition | null, limit: number) => {
      const { answer, times } = await timeCall(store.readAll(after, limit))
      tell({ kind: 'readAll', ...times, asked: { after, limit }, answer: summarizeAnswer(answer) })
      return answer
    },
  }
}
