import * as E from 'fp-ts/lib/Either.js'
import type { StoreError } from '@zhiyuan/runtime'
import type { Database } from './database.ts'

/** A port's own hold on the pooled connections. */
export interface Connection {
  readonly database: Database
  /** Makes a call; refuses it after this hold was closed. */
  readonly whileOpen: <Err, A>(
    call: () => Promise<E.Either<Err | StoreError, A>>,
  ) => Promise<E.Either<Err | StoreError, A>>
  /** Earlier calls still finish; later ones are refused. The last hold to be closed closes the connections. */
  readonly close: () => Promise<void>
}

const closedError: E.Either<StoreError, never> = E.left({ type: 'StoreClosed' })

/** One hold on the database for each of the ports that share it. */
export const connections = (database: Database, count: number): ReadonlyArray<Connection> => {
  let held = count
  const hold = (): Connection => {
    const underWay = new Set<Promise<unknown>>()
    let closing: Promise<void> | null = null
    const release = async (): Promise<void> => {
      await Promise.allSettled(underWay)
      held--
      if (held === 0) await database.close()
    }
    return {
      database,
      whileOpen: async (call) => {
        if (closing !== null) return closedError
        const answer = call()
        underWay.add(answer)
        try {
          return await answer
        } finally {
          underWay.delete(answer)
        }
      },
      close: () => (closing ??= release()),
    }
  }
  return Array.from({ length: count }, hold)
}
