import type { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { Secret, StoreError, Vault } from '@zhiyuan/runtime'
import type { Connection } from './connection.ts'
import { storedJson } from './stored-json.ts'
import { logEmptier } from './write-ahead-log.ts'

type Row = Readonly<Record<string, unknown>>

const readSecret = ({ id, salt, text }: Row): Secret => ({
  id: id as string,
  salt: salt as string,
  text: storedJson(text, () => `secret ${String(id)}`) as string,
})

/** A secret as it is stored. Its text is JSON, since half a surrogate pair has no UTF-8, and a text must come back unchanged. */
interface Kept {
  readonly salt: string
  readonly text: string
}

const keeper = (db: DatabaseSync) => {
  const find = db.prepare('SELECT salt, text FROM secrets WHERE id = ?')
  const insert = db.prepare('INSERT INTO secrets (id, salt, text) VALUES (?, ?, ?)')
  return (secrets: ReadonlyArray<readonly [string, Kept]>): E.Either<StoreError, void> => {
    const fresh = new Map<string, Kept>()
    for (const [id, secret] of secrets) {
      const there: Row | Kept | undefined = fresh.get(id) ?? find.get(id)
      if (there === undefined) fresh.set(id, secret)
      else if (there.salt !== secret.salt || there.text !== secret.text) {
        return E.left({ type: 'StoreFault', cause: `the vault holds something else under ${id}` })
      }
    }
    for (const [id, { salt, text }] of fresh) insert.run(id, salt, text)
    return E.right(undefined)
  }
}

const destroyer = (db: DatabaseSync) => {
  const overwrite = db.prepare('UPDATE secrets SET salt = NULL, text = NULL WHERE id = ?')
  return (ids: ReadonlyArray<string>): void => {
    for (const id of ids) overwrite.run(id)
  }
}

const keptAfterDestroy = (why: StoreError): StoreError => ({
  type: 'UnknownOutcome',
  cause: `destroyed, but the old pages are still in the log (${why.type}): destroy again to have them overwritten`,
})

/** Secrets in a SQLite file of their own. */
export const sqliteVault = ({ db, read, write, outside, close }: Connection): Vault => {
  const keep = keeper(db)
  const destroy = destroyer(db)
  const emptyLog = logEmptier(db)
  const byId = db.prepare('SELECT id, salt, text FROM secrets WHERE id = ? AND text IS NOT NULL')
  return {
    put: (secrets) => () => {
      const kept = secrets.map(({ id, salt, text }) => [id, { salt, text: JSON.stringify(text) }] as const)
      return write(() => keep(kept))
    },
    get: (ids) => () => read(() => ids.flatMap((id) => byId.all(id).map(readSecret))),
    destroy: (ids) => async () => {
      const destroyed = await write(() => E.right(destroy(ids)))
      if (E.isLeft(destroyed)) return destroyed
      return E.mapLeft(keptAfterDestroy)(await outside(emptyLog))
    },
    close,
  }
}
