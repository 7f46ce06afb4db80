import { createHash } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { canonicalJson } from '@zhiyuan/kernel'
import { defect, type Fault } from '../ports/fault.ts'
import type { EventStore, GlobalPosition, Page, ProjectionStore, StoredEvent, StoreError } from '../ports/ports.ts'
import { LedgerFault } from '../ports/unwrap.ts'
import type { Queries, View } from '../runtime.ts'
import { byCodePoint } from '../store-kit/code-points.ts'

const start = Buffer.alloc(32)

/** A digest that takes in a log event by event, in global order. */
export interface Digesting {
  readonly take: (event: StoredEvent) => void
  readonly whole: () => string
}

/**
 * SHA-256 over all events by stream and version. Each stream is a chain of hashes, so that one pass in global order needs 32 bytes a stream;
 * positions and traces are left out, so two stores that hold the same streams agree. A link hashes the hash before it, the header, a line feed and
 * the data, as they are stored: canonical JSON has no line feed of its own.
 */
export const logDigest = (): Digesting => {
  const chains = new Map<string, Buffer>()
  return {
    take: ({ stream, header, data }) => {
      const before = chains.get(stream) ?? start
      chains.set(stream, createHash('sha256').update(before).update(`${header}\n${data}`).digest())
    },
    whole: () => {
      const whole = createHash('sha256')
      for (const stream of [...chains.keys()].sort(byCodePoint)) {
        whole.update(`${stream} ${chains.get(stream)?.toString('hex')}\n`)
      }
      return whole.digest('hex')
    },
  }
}

/** The digest of a whole log. */
export const digestLog = async (store: EventStore, page: number): Promise<E.Either<StoreError, string>> => {
  const digest = logDigest()
  for (let after: GlobalPosition | null = null; ;) {
    const read: E.Either<StoreError, Page> = await store.readAll(after, page)()
    if (E.isLeft(read)) return read
    const last = read.right.events.at(-1)
    if (last === undefined) return E.right(digest.whole())
    for (const { event } of read.right.events) digest.take(event)
    after = last.position
  }
}

/** SHA-256 over the rows of views in order of name and key: a line of name and version, then a line a row. */
export const digestRows = async (
  store: ProjectionStore,
  queries: Queries,
  views: ReadonlyArray<View<unknown>>,
): Promise<E.Either<Fault, string>> => {
  const whole = createHash('sha256')
  for (const view of [...views].sort((a, b) => byCodePoint(a.name, b.name))) {
    const active = await store.active(view.name)()
    if (E.isLeft(active)) return active
    whole.update(`${view.name} ${active.right ?? view.version}\n`)
    try {
      for await (const row of queries.rows(view)) {
        const text = canonicalJson(row)
        if (E.isLeft(text)) return E.left(defect(`row ${row.key} of ${view.name}`, text.left.issues[0]?.path))
        whole.update(`${text.right}\n`)
      }
    } catch (why) {
      if (why instanceof LedgerFault) return E.left(why.fault)
      throw why
    }
  }
  return E.right(whole.digest('hex'))
}
