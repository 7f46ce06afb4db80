import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import pg from 'pg'
import type { StoreError } from '@zhiyuan/runtime'
import { connectionConfig, defaultPatienceMs } from './connecting.ts'
import type { PostgresOptions } from './options.ts'
import { isPassing, isUsable, classifyError } from './sql-failure.ts'

export type Client = Pick<pg.Client, 'query'>

/** Work that can be repeated from its beginning. */
export type Work<A> = (client: Client) => Promise<A>

/** Runs within a transaction. Returns its answer, and the last writes, which are sent together with COMMIT; null where there is nothing to commit. */
export interface InTransaction<A> {
  readonly answer: A
  readonly writes: (() => ReadonlyArray<Promise<unknown>>) | null
}

/** The pooled connections of one login to one database. */
export interface Database {
  /** Runs one statement without a transaction. Repeats it when the connection was lost. */
  readonly read: <A>(work: Work<A>) => Promise<E.Either<StoreError, A>>
  /**
   * A durable transaction. Work that fails before COMMIT was sent is repeated, as long as patience lasts. Where COMMIT was sent and not answered,
   * `repeatable` work is repeated to learn its outcome; for other work the outcome is unknown.
   */
  readonly transact: <A>(work: Work<InTransaction<A>>, repeatable: boolean) => Promise<E.Either<StoreError, A>>
  readonly close: () => Promise<void>
}

/** The result of one attempt. A COMMIT without an answer leaves the outcome in doubt. */
type Attempt<A> =
  | { readonly type: 'done'; readonly answer: A }
  | { readonly type: 'failed'; readonly why: unknown }
  | { readonly type: 'doubtful'; readonly why: unknown }

const errorMessage = (why: unknown): string => (why instanceof Error ? why.message : String(why))

const listReasons = (result: PromiseSettledResult<unknown>): ReadonlyArray<unknown> =>
  result.status === 'rejected' ? [result.reason] : []

/** Sends COMMIT with the last writes, without waiting for them: where one fails, the server rolls back and reports it. */
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
  // The server itself reports that it did not commit, so there is no doubt.
  return { type: isUsable(committed.reason) ? 'failed' : 'doubtful', why: committed.reason }
}

/** Set here, since the database's defaults may differ: each statement sees what others committed, and a commit is answered once it is on disk. */
const begin = `BEGIN ISOLATION LEVEL READ COMMITTED;
SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'`

const runInTransaction =
  <A>(work: Work<InTransaction<A>>) =>
  async (client: Client): Promise<Attempt<A>> => {
    try {
      // Sends the statements without waiting for each answer; the server runs them in order.
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

/** Pipelined: statements are sent without waiting for earlier answers, and the server runs them in order. */
const pipelined = { pipeline: true }

const longestPauseMs = 200

const openPool = (options: PostgresOptions): Database => {
  const { maxConnections = 8, patienceMs = defaultPatienceMs } = options
  const pool = new pg.Pool({ ...connectionConfig(options), ...pipelined, max: maxConnections })
  // A broken connection fails the call that uses it, and the pool replaces an idle one. Without this listener its error would end the process.
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

/** Sends the server nothing yet; refuses a malformed URL. */
export const openDatabase = (options: PostgresOptions): E.Either<StoreError, Database> =>
  E.tryCatch(() => openPool(options), classifyError)
