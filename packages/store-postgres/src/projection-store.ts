import * as E from 'fp-ts/lib/Either.js'
import type { CommitError, GlobalPosition, ProjectionStore, Row, RowsBatch, RowsRef } from '@zhiyuan/runtime'
import { findConflict, keysOfBatch, wellFormedKeys } from '@zhiyuan/runtime/store'
import type { Connection } from './connection.ts'
import type { Client, InTransaction, Work } from './database.ts'
import { classifyError } from './sql-failure.ts'
import { storedJson } from './stored-json.ts'

const encodeKey = (key: string): Buffer => Buffer.from(key, 'utf8')

interface StoredRow {
  readonly key: Buffer
  readonly row: string
}

const readRow = ({ key, row }: StoredRow): Row => {
  const name = key.toString('utf8')
  return { key: name, row: storedJson(row, () => `row ${name}`) }
}

/** A copy of a batch at the moment of the call; of two rows of one key the last counts. */
interface Written extends Pick<RowsBatch, 'rows' | 'from' | 'checkpoint' | 'remove'> {
  readonly put: ReadonlyMap<string, string>
}

/** A key that is put and removed is removed. */
const removeKeys = (put: Map<string, string>, remove: ReadonlyArray<string>): Map<string, string> => {
  for (const key of remove) put.delete(key)
  return put
}

/** Throws where `JSON` throws. */
const encodeBatch = ({ rows, from, checkpoint, put, remove }: RowsBatch): Written => ({
  rows,
  from,
  checkpoint,
  remove,
  put: removeKeys(new Map(put.map(({ key, row }) => [key, JSON.stringify(row)])), remove),
})

const rowsName = ({ name, version }: RowsRef): string => `${version} ${name}`

interface Stood {
  readonly name: string
  readonly version: number
  readonly checkpoint: GlobalPosition
}

/** No other process moves rows on until this transaction ends. Not a lock of the table, since a vacuum may hold one for long. */
const lockStatement = (s: string): string => `SELECT pg_advisory_xact_lock('${s}.projections'::regclass::oid::bigint)`

/** Reads the checkpoints of rows, which stay the same until this transaction ends. */
const readCheckpoints = async (client: Client, s: string, batches: ReadonlyArray<Written>) => {
  const locking = client.query(lockStatement(s))
  const looking = client.query<Stood>({
    name: 'standing',
    text: `SELECT name, version, checkpoint FROM ${s}.projections WHERE name = ANY($1::text[])`,
    values: [batches.map(({ rows: { name } }) => name)],
  })
  const [, { rows }] = await Promise.all([locking, looking])
  const checkpoints = new Map(rows.map((row) => [rowsName(row), row.checkpoint]))
  return (ref: RowsRef): GlobalPosition | null => checkpoints.get(rowsName(ref)) ?? null
}

const moveCheckpoint = (client: Client, s: string, { rows, checkpoint, put, remove }: Written): Promise<unknown> =>
  client.query({
    name: 'move',
    text: `WITH moved AS (
  INSERT INTO ${s}.projections (name, version, checkpoint) VALUES ($1, $2, $3)
  ON CONFLICT (name, version) DO UPDATE SET checkpoint = excluded.checkpoint RETURNING id
), removed AS (
  DELETE FROM ${s}.projection_rows USING moved WHERE projection = moved.id AND key = ANY($6::bytea[])
)
INSERT INTO ${s}.projection_rows (projection, key, row)
SELECT moved.id, given.key, given.row FROM moved, unnest($4::bytea[], $5::text[]) AS given(key, row)
ON CONFLICT (projection, key) DO UPDATE SET row = excluded.row`,
    values: [
      rows.name,
      rows.version,
      checkpoint,
      [...put.keys()].map(encodeKey),
      [...put.values()],
      remove.map(encodeKey),
    ],
  })

const commitBatches =
  (s: string, batches: ReadonlyArray<Written>): Work<InTransaction<CommitError | null>> =>
  async (client) => {
    const conflict = findConflict(batches, await readCheckpoints(client, s, batches))
    return conflict === null
      ? { answer: null, writes: () => batches.map((batch) => moveCheckpoint(client, s, batch)) }
      : { answer: conflict, writes: null }
  }

const activate =
  (s: string, { name, version }: RowsRef): Work<InTransaction<void>> =>
  (client) => {
    const values = [name, version]
    const point = `INSERT INTO ${s}.active_projections (name, version) VALUES ($1, $2)
ON CONFLICT (name) DO UPDATE SET version = excluded.version`
    const others = `SELECT id FROM ${s}.projections WHERE name = $1 AND version <> $2`
    const writes = () => [
      client.query(lockStatement(s)),
      client.query(point, values),
      client.query(`DELETE FROM ${s}.projection_rows WHERE projection IN (${others})`, values),
      client.query(`DELETE FROM ${s}.projections WHERE name = $1 AND version <> $2`, values),
    ]
    return Promise.resolve({ answer: undefined, writes })
  }

/** Rows and checkpoints in PostgreSQL. Keys are in order of their UTF-8 bytes, which is that of their code points. */
export const postgresProjections = ({ database, whileOpen, close }: Connection, s: string): ProjectionStore => {
  const read = <A>(work: Work<A>) => whileOpen(() => database.read(work))
  const idOf = `(SELECT id FROM ${s}.projections WHERE name = $1 AND version = $2)`
  const rows = (name: string, text: string, values: ReadonlyArray<unknown>) =>
    read(async (client) => (await client.query<StoredRow>({ name, text, values: [...values] })).rows.map(readRow))
  return {
    checkpoint:
      ({ name, version }) =>
      () =>
        read(async (client) => {
          const text = `SELECT checkpoint FROM ${s}.projections WHERE name = $1 AND version = $2`
          const found = await client.query<{ checkpoint: GlobalPosition }>({ text, values: [name, version] })
          return found.rows[0]?.checkpoint ?? null
        }),
    get:
      ({ name, version }, keys) =>
      async () => {
        const wrong = wellFormedKeys(keys)
        if (E.isLeft(wrong)) return wrong
        const text = `SELECT key, row FROM ${s}.projection_rows WHERE projection = ${idOf} AND key = ANY($3::bytea[])`
        const found = await rows('get', text, [name, version, keys.map(encodeKey)])
        return E.map((all: ReadonlyArray<Row>) => orderByKeys(keys, all))(found)
      },
    range:
      ({ name, version }, { after, before, limit }) =>
      async () => {
        const wrong = wellFormedKeys([after, before])
        if (E.isLeft(wrong)) return wrong
        const bounds = [
          ...(after === null ? [] : [{ sign: '>', key: after }]),
          ...(before === null ? [] : [{ sign: '<', key: before }]),
        ]
        const inside = bounds.map(({ sign }, index) => `AND key ${sign} $${index + 4}`).join(' ')
        const text = `SELECT key, row FROM ${s}.projection_rows WHERE projection = ${idOf} ${inside} ORDER BY key LIMIT $3`
        const statement = `range ${bounds.map(({ sign }) => sign).join('')}`
        return rows(statement, text, [name, version, limit, ...bounds.map(({ key }) => encodeKey(key))])
      },
    commit: (batches) => async () => {
      const wrong = wellFormedKeys(batches.flatMap(keysOfBatch))
      if (E.isLeft(wrong)) return wrong
      const written = E.tryCatch(() => batches.map(encodeBatch), classifyError)
      if (E.isLeft(written)) return written
      return whileOpen<CommitError, void>(async () => {
        const answer = await database.transact(commitBatches(s, written.right), false)
        if (E.isLeft(answer)) return answer
        return answer.right === null ? E.right(undefined) : E.left(answer.right)
      })
    },
    active: (name) => () =>
      read(async (client) => {
        const text = `SELECT version FROM ${s}.active_projections WHERE name = $1`
        return (await client.query<{ version: number }>({ text, values: [name] })).rows[0]?.version ?? null
      }),
    activate: (ref) => () => whileOpen(() => database.transact(activate(s, ref), true)),
    close,
  }
}

/** The rows in the order in which their keys were asked for. */
const orderByKeys = (keys: ReadonlyArray<string>, found: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const byKey = new Map(found.map((row) => [row.key, row]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}
