import * as E from 'fp-ts/lib/Either.js'
import type { Secret, StoreError, Vault } from '@zhiyuan/runtime'
import { StoreFailure } from '@zhiyuan/runtime/store'
import type { Connection } from './connection.ts'
import type { InTransaction, Work } from './database.ts'
import { storedJson } from './stored-json.ts'

/** A secret as it is stored. Its text is JSON, since half a surrogate pair has no UTF-8, and a text of PostgreSQL holds no NUL. */
interface Kept {
  readonly id: string
  readonly salt: string | null
  readonly text: string | null
}

const holdsOther = (id: string): StoreError => ({
  type: 'StoreFault',
  cause: `the vault holds something else under ${id}`,
})

/** Each id once, in one order for all, so that two callers who put the same ids never deadlock. */
const distinct = (secrets: ReadonlyArray<Secret>): E.Either<StoreError, ReadonlyArray<Kept>> => {
  const byId = new Map<string, Kept>()
  for (const { id, salt, text } of secrets) {
    const kept = { id, salt, text: JSON.stringify(text) }
    const there = byId.get(id)
    if (there !== undefined && (there.salt !== salt || there.text !== kept.text)) return E.left(holdsOther(id))
    byId.set(id, kept)
  }
  return E.right([...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
}

const keep =
  (s: string, given: ReadonlyArray<Kept>): Work<InTransaction<void>> =>
  async (client) => {
    const { rowCount } = await client.query({
      name: 'keep',
      text: `INSERT INTO ${s}.secrets (id, salt, text)
SELECT id, salt, text FROM unnest($1::text[], $2::text[], $3::text[]) AS given(id, salt, text)
ON CONFLICT (id) DO NOTHING`,
      values: [given.map(({ id }) => id), given.map(({ salt }) => salt), given.map(({ text }) => text)],
    })
    const ids = given.map(({ id }) => id)
    const text = `SELECT id, salt, text FROM ${s}.secrets WHERE id = ANY($1::text[])`
    const there = rowCount === given.length ? [] : (await client.query<Kept>({ text, values: [ids] })).rows
    const byId = new Map(given.map((kept) => [kept.id, kept]))
    const other = there.find(({ id, salt, text }) => byId.get(id)?.salt !== salt || byId.get(id)?.text !== text)
    if (other !== undefined) throw new StoreFailure(holdsOther(other.id))
    return { answer: undefined, writes: rowCount === 0 ? null : () => [] }
  }

/** All callers lock rows in the same order. */
const destroy =
  (s: string, ids: ReadonlyArray<string>): Work<InTransaction<void>> =>
  (client) => {
    const sorted = [[...new Set(ids)].sort()]
    const writes = () => [
      client.query(`SELECT FROM ${s}.secrets WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE`, sorted),
      client.query(`UPDATE ${s}.secrets SET salt = NULL, text = NULL WHERE id = ANY($1::text[])`, sorted),
    ]
    return Promise.resolve({ answer: undefined, writes })
  }

/** Secrets in a schema of their own. */
export const postgresVault = ({ database, whileOpen, close }: Connection, s: string): Vault => ({
  put: (secrets) => async () => {
    const given = distinct(secrets)
    if (E.isLeft(given)) return given
    return whileOpen(() => database.transact(keep(s, given.right), true))
  },
  get: (ids) => () =>
    whileOpen(() =>
      database.read(async (client): Promise<ReadonlyArray<Secret>> => {
        const text = `SELECT id, salt, text FROM ${s}.secrets WHERE id = ANY($1::text[]) AND text IS NOT NULL`
        const { rows } = await client.query<{ id: string; salt: string; text: string }>({
          name: 'secrets',
          text,
          values: [ids],
        })
        return rows.map((row) => ({ ...row, text: storedJson(row.text, () => `secret ${row.id}`) as string }))
      }),
    ),
  destroy: (ids) => () => whileOpen(() => database.transact(destroy(s, ids), true)),
  close,
})
