/** The work of a recorded process, which prints each acknowledgement. */
import { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { StreamVersion } from '@zhiyuan/kernel'
import type { EventStore, ProjectionStore, RowsBatch, StoreError, Vault } from '@zhiyuan/runtime'
import { streamName } from '../event.fixture.ts'
import type { Chance } from '@zhiyuan/testing/history'
import { makeEvent, lastRow, stepRow, makeSecret, views } from './words.fixture.ts'

export interface Opened {
  readonly events: EventStore
  readonly projections: ProjectionStore
  readonly vault: Vault
}

export interface Work {
  readonly folder: string
  readonly open: TaskEither<StoreError, Opened>
  readonly chance: Chance
  readonly say: (line: string) => void
}

interface Failed {
  readonly type: string
}

/** Repeats a refused call: an error that comes once is over by then. */
const retryOnce =
  (say: Work['say']) =>
  async <Err extends Failed, A>(what: string, task: TaskEither<Err, A>, check = async (_: Failed) => {}) => {
    const first = await task()
    if (E.isRight(first)) return first
    say(`refused ${what}: ${first.left.type}`)
    await check(first.left)
    const second = await task()
    if (E.isLeft(second)) say(`refused again ${what}: ${second.left.type}`)
    return second
  }

const streams = ['s0', 's1', 's2', 's3']

/** Works with open stores until they are closed. */
const session = ({ events, projections, vault }: Opened, { folder, chance, say }: Work) => {
  const insist = retryOnce(say)

  const readHead = async (stream: string): Promise<number> => {
    const page = await events.readStream(streamName(stream), 0 as StreamVersion, 10_000)()
    return E.isRight(page) ? page.right.events.length - 1 : -1
  }

  const append = async (name: string, stream: string): Promise<void> => {
    const head = await readHead(stream)
    const of = 1 + chance(5)
    const batch = Array.from({ length: of }, (_, place) =>
      makeEvent(stream, head + 1 + place, { append: name, place, of }),
    )
    const expected = head < 0 ? 'no-stream' : (head as StreamVersion)
    const answer = await insist(name, events.append(streamName(stream), expected, batch), async ({ type }) => {
      if (type !== 'UnknownOutcome' && (await readHead(stream)) !== head) say(`WRONG: ${type}, and ${name} is there`)
    })
    if (E.isRight(answer)) say(`appended ${name}`)
  }

  const commit = async (step: number): Promise<void> => {
    const log = await events.readAll(null, 10_000)()
    const last = E.isRight(log) ? log.right.events.at(-1)?.position : undefined
    if (last === undefined) return
    const batches: RowsBatch[] = []
    for (const rows of views) {
      const from = await projections.checkpoint(rows)()
      if (E.isLeft(from)) return say(`refused rows ${step}: ${from.left.type}`)
      const remove = step % 5 === 4 ? [stepRow(step - 1).key] : []
      batches.push({ rows, from: from.right, checkpoint: last, put: [stepRow(step), lastRow(step, last)], remove })
    }
    if (E.isRight(await insist(`rows ${step}`, projections.commit(batches)))) say(`committed ${step}`)
  }

  const keep = async (step: number): Promise<void> => {
    const names = [`${step}-a`, `${step}-b`]
    const kept = await insist(`secrets ${step}`, vault.put(names.map(makeSecret)))
    if (E.isRight(kept)) for (const name of names) say(`kept ${name}`)
    if (step % 4 !== 3) return
    const gone = `${step - 1 - chance(3)}-b`
    say(`destroying ${gone}`)
    if (E.isRight(await insist(`secret ${gone}`, vault.destroy([gone])))) say(`destroyed ${gone}`)
  }

  /** Work that another process may do at any time. */
  const checkpoint = (): void => {
    const way = ['PASSIVE', 'RESTART', 'TRUNCATE'][chance(3)]
    try {
      const other = new DatabaseSync(`${folder}/ledger.db`)
      other.exec(`PRAGMA wal_checkpoint(${way})`)
      other.close()
    } catch (why) {
      say(`the other process: ${String(why)}`)
    }
  }

  return async (step: number): Promise<void> => {
    const chosen = streams.slice(0, 1 + chance(4))
    await Promise.all([...chosen.map((stream, index) => append(`a${step}-${index}`, stream)), commit(step)])
    await keep(step)
    if (chance(4) === 0) checkpoint()
  }
}

/** So many steps, with a pause in the middle in which everything is closed. */
export const workload = async (work: Work, steps: number): Promise<void> => {
  const half = Math.ceil(steps / 2)
  for (const [from, to] of [[0, half] as const, [half, steps] as const]) {
    const opened = await retryOnce(work.say)('open', work.open)
    if (E.isLeft(opened)) continue
    const take = session(opened.right, work)
    for (let step = from; step < to; step++) await take(step)
    const { events, projections, vault } = opened.right
    for (const port of [events, projections, vault]) await port.close()
    work.say('closed')
  }
  work.say('ended')
}
