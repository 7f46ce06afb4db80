import { Pool } from 'pg'
import { startPostgres } from '@zhiyuan/postgres-server'
import { unwrap, type StoredEvent } from '@zhiyuan/runtime'
import { installPostgres, openPostgres } from '@zhiyuan/store-postgres'
import type { Measure } from '../measure.ts'
import { measureRate } from '../scratch.ts'
import { appendOne, runCallers } from '../fixture-event.ts'

const role = 'bench_writer'

/** What a store without group commit does: each append takes the counter row, inserts, commits. */
const appendSingly =
  (pool: Pool) =>
  async ({ stream, version, id, type, header, data, traceparent }: StoredEvent): Promise<void> => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const { rows } = await client.query<{ position: string }>({
        name: 'count',
        text: 'UPDATE floor.head SET position = position + 1 RETURNING position',
      })
      await client.query({
        name: 'insert',
        text: `INSERT INTO floor.events (position, stream, version, id, type, header, data, traceparent)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        values: [rows[0]?.position, stream, version, id, type, header, data, traceparent],
      })
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  }

const count = 64
const each = 40

const prepare = async () => {
  const server = await startPostgres()
  await unwrap(installPostgres({ url: server.url, role }))
  await unwrap(installPostgres({ url: server.url, schema: 'floor', role }))
  const { events, projections } = await unwrap(openPostgres({ url: server.url, role }))
  const pool = new Pool({ connectionString: server.url, max: 8 })
  // `end` does not wait until the server has closed the connection; a later error would end the run.
  pool.on('error', () => {})
  return {
    round: async (index: number) => {
      const floor = await measureRate(count * each, () => runCallers(count, each, `f${index}`, appendSingly(pool)))
      const value = await measureRate(count * each, () =>
        runCallers(count, each, `s${index}`, (event) => appendOne(events, event)),
      )
      return { value, floor }
    },
    done: async () => {
      await pool.end()
      await events.close()
      await projections.close()
      await server.stop()
    },
  }
}

export const postgresAppends: ReadonlyArray<Measure> = [
  {
    name: 'PostgreSQL, 64 callers, one event each',
    unit: 'events/s',
    floor: 'one counter-row transaction an append over 8 connections',
    target: { kind: 'atLeast', bound: 2 },
    rounds: 5,
    prepare,
  },
]
