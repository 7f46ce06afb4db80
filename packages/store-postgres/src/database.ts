import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import pg from 'pg'
import type { StoreError } from '@zhiyuan/runtime'
import { connectionConfig, defaultPatienceMs } from './connecting.ts'
import type { PostgresOptions } from './options.ts'
import { isPassing, isUsable, classifyError } from './sql-failure.ts'

export type Client = Pick<pg.Client, 'query'>

/** Work that may be done again from its beginning. */
export type Work<A> = (client: Client) => Promise<A>

/** Within a transaction: its answer, and how the last writes are sent, together with COMMIT; null where there is nothing to commit. */
export interface InTransaction<A> {
  readonly answer: A
  readonly writes: (() => ReadonlyArray<Promise<unknown>>) | null
}

/** The pooled connections of one login to one database. */
export interface Database {
  /** One statement, seen by itself. Done again when the connection was lost. */
  readonly read: <A>(work: Work<A>) => Promise<E.Either<StoreError, A>>
  /**
   * All or nothing, durably. What fails before COMMIT was sent is done again, as long as patience lasts. Where COMMIT was sent and not answered,
   * a `repeatable` work is done again to learn its outcome; else the outcome is unknown.
   */
  readonly transact: <A>(work: Work<InTransaction<A>>, repeatable: boolean) => Promise<E.Either<StoreError, A>>
  readonly close: () => Promise<void>
}

/** What one attempt came to. A COMMIT without an answer leaves the outcome in doubt. */
type Attempt<A> =
  | { readonly type: 'done'; readonly answer: A }
  | { readonly type: 'failed'; readonly why: unknown }
  | { readonly type: 'doubtful'; readonly why: unknown }

const errorMessage = (why: unknown): string => (why instanceof Error ? why.message : String(why))

const listReasons = (result: PromiseSettledResult<unknown>): ReadonlyArray<unknown> =>
  result.status === 'rejected' ? [result.reason] : []

/** COMMIT goes out with the last writes, without waiting for them: where one fails, the server rolls back and says so. */
const commit = async <A>(
  client: Client,
  answer: A,
  writes: () => ReadonlyArray<Promise<unknown>>,
): Promise<Attempt<A>> => {
  const writing = Promise.allSettled(writes())
  const committing = Promise.allSettled([client.query('COMMIT')])
  const failures = (await writing).flatMap(listReasons)
  const [committed] = await committing
  const told = failures.find(isUsable)
  if (told !== undefined) return { type: 'failed', why: told }
  if (committed.status === 'fulfilled') {
    return committed.value.command === 'COMMIT'
      ? { type: 'done', answer }
      : { type: 'failed', why: new Error('the server rolled the transaction back') }
  }
  // Where the server itself says that it did not commit, there is no doubt.
  return { type: isUsable(committed.reason) ? 'failed' : 'doubtful', why: committed.reason }
}

/** Whatever the database's defaults are now: each statement sees what others committed, and a commit is answered when it is on the disk. */
const begin = `BEGIN ISOLATION LEVEL READ COMMITTED;
SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'`

const runInTransaction =
  <A>(work: Work<InTransaction<A>>) =>
  async (client: Client): Promise<Attempt<A>> => {
    try {
      // One after the other at the server, without waiting for each answer.
      const [, { answer, writes }] = await Promise.all([client.query(begin), work(client)])
      if (writes !== null) return await commit(client, answer, writes)
      await client.query('ROLLBACK')
      return { type: 'done', answer }
    } catch (why) {
      if (isUsable(why)) await client.query('ROLLBACK')
      return { type: 'failed', why }
    }
  }

/** One statement needs no transaction around it. */
const runAlone =
  <A>(work: Work<A>) =>
  async (client: Client): Promise<Attempt<A>> => ({ type: 'done', answer: await work(client) })

/** Statements are sent without waiting for the answers of those before them; the server takes them in order. */
const pipelined = { pipeline: true }

const longestPauseMs = 200

const openPool = (options: PostgresOptions): Database => {
  const { maxConnections = 8, patienceMs = defaultPatienceMs } = options
  const pool = new pg.Pool({ ...connectionConfig(options), ...pipelined, max: maxConnections })
  // A connection that breaks is told to whoever uses it; an idle one is replaced when the next is asked for. Unheard, its error would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  const tryOnce = async <A>(work: (client: Client) => Promise<Attempt<A>>): Promise<Attempt<A>> => {
    let client: pg.PoolClient | null = null
    try {
      client = await pool.connect()
      const attempt = await work(client)
      client.release(attempt.type === 'doubtful' || (attempt.type === 'failed' && !isUsable(attempt.why)))
      return attempt
    } catch (why) {
      client?.release(true)
      return { type: 'failed', why }
    }
  }

  const tryAgain = async <A>(
    work: (client: Client) => Promise<Attempt<A>>,
    repeatable: boolean,
  ): Promise<E.Either<StoreError, A>> => {
    const begun = performance.now()
    let doubt: string | null = null
    for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const attempt = await tryOnce(work)
      if (attempt.type === 'done') return E.right(attempt.answer)
      const cause = errorMessage(attempt.why)
      if (attempt.type === 'doubtful') doubt = `COMMIT: ${cause}`
      const waitedMs = Math.round(performance.now() - begun)
      const over = waitedMs >= patienceMs || (attempt.type === 'failed' && !isPassing(attempt.why))
      if (doubt !== null && (over || !repeatable)) return E.left({ type: 'UnknownOutcome', cause: doubt })
      if (over)
        return E.left(isPassing(attempt.why) ? { type: 'StoreBusy', waitedMs, cause } : classifyError(attempt.why))
      await pause(pauseMs)
    }
  }

  return {
    read: (work) => tryAgain(runAlone(work), true),
    transact: (work, repeatable) => tryAgain(runInTransaction(work), repeatable),
    close: () => pool.end(),
  }
}

/** Asks the server nothing yet; refused where the URL cannot be one. */
export const openDatabase = (options: PostgresOptions): E.Either<StoreError, Database> =>
  E.tryCatch(() => openPool(options), classifyError)
