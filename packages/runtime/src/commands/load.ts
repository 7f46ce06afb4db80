import * as E from 'fp-ts/lib/Either.js'
import type { Fact, StreamName, StreamVersion, Typed } from '@zhiyuan/kernel'
import type { DecodeEvent } from '../log/decode-event.ts'
import { defect, type Fault } from '../ports/fault.ts'
import type { EventStore, Recorded } from '../ports/ports.ts'
import { keep, newest, type Folded, type StateCache } from './state-cache.ts'

/** Loads the state of a stream. A fresh one has read the tail; the other is taken from memory where it may be. */
export type Load = (fact: Fact<unknown>, fresh: boolean) => Promise<E.Either<Fault, Folded>>

interface Reader {
  readonly store: Pick<EventStore, 'readStream'>
  readonly decode: DecodeEvent
  readonly cache: StateCache
  readonly page: number
}

const decodeTail = (
  decode: DecodeEvent,
  stream: StreamName,
  first: number,
  recorded: ReadonlyArray<Recorded>,
): E.Either<Fault, ReadonlyArray<Typed>> => {
  const data: Typed[] = []
  for (const [index, { event }] of recorded.entries()) {
    const decoded = decode(event)
    if (E.isLeft(decoded)) return decoded
    if (event.stream !== stream || event.version !== first + index) {
      return E.left({
        type: 'EventDamaged',
        stream,
        version: first + index,
        path: '$.version',
        expected: `${stream} ${first + index}`,
      })
    }
    data.push(decoded.right.data)
  }
  return E.right(data)
}

const resumed = (fact: Fact<unknown>, from: Folded, data: ReadonlyArray<Typed>): E.Either<Fault, Folded> =>
  E.tryCatch(
    () => ({ version: ((from.version ?? -1) + data.length) as StreamVersion, state: fact.resume(from.state, data) }),
    (why) => defect(`the fold of ${fact.stream}`, why),
  )

export const loader =
  ({ store, decode, cache, page }: Reader): Load =>
  async (fact, fresh) => {
    const slot = cache.slot(fact.stream)
    const known = fresh ? undefined : newest(slot, fact.fold)
    if (known !== undefined) return E.right(known)
    let folded: Folded = slot.states.get(fact.fold) ?? { version: null, state: fact.initial }
    for (let end = false; !end;) {
      const first = (folded.version ?? -1) + 1
      const read = await store.readStream(fact.stream, first as StreamVersion, page)()
      if (E.isLeft(read)) return read
      const data = decodeTail(decode, fact.stream, first, read.right.events)
      if (E.isLeft(data)) return data
      const next = data.right.length === 0 ? E.right(folded) : resumed(fact, folded, data.right)
      if (E.isLeft(next)) return next
      folded = next.right
      end = read.right.end
    }
    keep(slot, fact, folded)
    return E.right(folded)
  }
