import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Secret, StoreError, Vault } from '@zhiyuan/runtime'

/** Null stands for a secret that was destroyed: its id stays taken. */
type Kept = Map<string, Secret | null>

const isTaken = (kept: Kept, { id, salt, text }: Secret): boolean => {
  const there = kept.get(id)
  return there !== undefined && (there === null || there.salt !== salt || there.text !== text)
}

/** Adds all or none; returns the id that is taken by other content, if there is one. */
const keep = (kept: Kept, secrets: ReadonlyArray<Secret>): string | null => {
  const fresh: Kept = new Map()
  for (const secret of secrets) {
    if (isTaken(kept, secret) || isTaken(fresh, secret)) return secret.id
    fresh.set(secret.id, { ...secret })
  }
  for (const [id, secret] of fresh) kept.set(id, secret)
  return null
}

/** A vault in memory. It lives as long as the process. */
export const memoryVault = (): Vault => {
  const kept: Kept = new Map()
  let closed = false
  const open =
    <A>(answer: () => E.Either<StoreError, A>): TaskEither<StoreError, A> =>
    () =>
      Promise.resolve(closed ? E.left({ type: 'StoreClosed' }) : answer())
  return {
    put: (secrets) =>
      open(() => {
        const inTheWay = keep(kept, secrets)
        return inTheWay === null
          ? E.right(undefined)
          : E.left({ type: 'StoreFault', cause: `the vault holds something else under ${inTheWay}` })
      }),
    get: (ids) =>
      open(() =>
        E.right(
          ids.flatMap((id) => {
            const secret = kept.get(id)
            return secret === undefined || secret === null ? [] : [{ ...secret }]
          }),
        ),
      ),
    destroy: (ids) =>
      open(() => {
        for (const id of ids) if (kept.has(id)) kept.set(id, null)
        return E.right(undefined)
      }),
    close: () => {
      closed = true
      kept.clear()
      return Promise.resolve()
    },
  }
}
