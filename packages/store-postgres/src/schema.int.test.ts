import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { unwrap } from '@zhiyuan/runtime'
import { ledgerFormat } from './format.ts'
import {
  installPostgres,
  installPostgresVault,
  openPostgres,
  openPostgresVault,
  type PostgresOptions,
} from './index.ts'
import { bringUp } from './bring-up.ts'
import { serverForTests } from './server.fixture.ts'
import { append, soundLog } from './event.fixture.ts'

const server = serverForTests()

const closeBoth = async (options: PostgresOptions): Promise<void> => {
  const { events, projections } = await unwrap(openPostgres(options))
  await events.close()
  await projections.close()
}

/** A schema with so many events. */
const written = async (count: number) => {
  const options = await server.ledger()
  const { events, projections } = await unwrap(openPostgres(options))
  for (let version = 0; version < count; version++) await append(events, 'a', version)
  await events.close()
  await projections.close()
  return options
}

const asWriter = ({ role, schema }: PostgresOptions, statement: string): string =>
  `SET ROLE "${role ?? ''}"; ${statement.replaceAll('events', `"${schema ?? ''}".events`)}`

const changes = [
  ['changed', "UPDATE events SET header = '{}'"],
  ['deleted', 'DELETE FROM events'],
  ['cut off', 'TRUNCATE events'],
]

describe('events', () => {
  it.each(changes)('cannot be %s by the role that writes them', async (_, statement) => {
    await expect(server.sql(asWriter(await written(1), statement))).rejects.toThrow('permission denied')
  })

  it.each(changes)('are not %s by their owner either, without dropping the guard', async (_, statement) => {
    const { schema } = await written(1)
    await expect(server.sql(statement.replaceAll('events', `"${schema}".events`))).rejects.toThrow('append-only')
  })

  it('positions are never given twice', async () => {
    const { schema } = await written(3)
    await expect(server.sql(`UPDATE "${schema}".head SET position = 1`)).rejects.toThrow('never given twice')
  })

  it('that are appended by a login whose commits would not wait for the disk wait for it', async () => {
    const options = await server.ledger()
    await server.sql(`ALTER DATABASE postgres SET synchronous_commit = off`)
    try {
      await server.sql(`CREATE TABLE "${options.schema}".seen (setting text);
        GRANT INSERT ON "${options.schema}".seen TO PUBLIC;
        CREATE FUNCTION "${options.schema}".see() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN INSERT INTO "${options.schema}".seen VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$;
        CREATE TRIGGER see AFTER INSERT ON "${options.schema}".events EXECUTE FUNCTION "${options.schema}".see()`)
      const { events, projections } = await unwrap(openPostgres(options))
      await append(events, 'a', 0)
      await events.close()
      await projections.close()
      expect(await server.sql(`SELECT setting FROM "${options.schema}".seen`)).toEqual([{ setting: 'on' }])
    } finally {
      await server.sql(`ALTER DATABASE postgres RESET synchronous_commit`)
    }
  })
})

const expectRefused = async (options: PostgresOptions, cause: string | RegExp): Promise<void> => {
  expect(await openPostgres(options)()).toMatchObject({
    left: {
      type: expect.stringMatching(/^Store(Damaged|Missing)$/) as unknown,
      cause: expect.stringMatching(cause) as unknown,
      advice: expect.stringMatching(/\p{Script=Han}.*[A-Za-z]{4}/su) as unknown,
    },
  })
}

describe('a schema that is refused, with advice in two languages', () => {
  it('was never installed', async () => {
    await expectRefused({ url: server.url(), schema: 'never', role: (await server.ledger()).role ?? '' }, 'no table')
  })

  it('is asked for under a role that the server does not know, as before anything was installed', async () => {
    await expectRefused({ url: server.url(), schema: 'never', role: 'no such role' }, '22023 .*no such role')
    await expectRefused({ ...(await server.ledger()), role: 'no such role' }, '22023 .*no such role')
  })

  it('is a vault where a ledger was asked for, and the other way round', async () => {
    const ledger = await server.ledger()
    const vault = await server.vault()
    await expectRefused(vault, 'it holds a vault')
    expect(await openPostgresVault(ledger)()).toMatchObject({ left: { type: 'StoreDamaged' } })
    expect(await installPostgresVault({ ...ledger, role: 'x' })()).toMatchObject({ left: { type: 'StoreDamaged' } })
  })

  it('is of a newer edition, or of an older one', async () => {
    const options = await server.ledger()
    await server.sql(`UPDATE "${options.schema}".format SET edition = 9`)
    await expectRefused(options, 'edition 9; this program knows 2')
    expect(await installPostgres(options)()).toMatchObject({ left: { cause: expect.stringContaining('9') as unknown } })
    await server.sql(`UPDATE "${options.schema}".format SET edition = 1`)
    await expectRefused(options, 'edition 1; this program knows 2')
    expect(await installPostgres(options)()).toMatchObject({
      left: { type: 'StoreDamaged', advice: expect.stringMatching(/首个发布版.*before the first release/s) as unknown },
    })
  })

  it('is used by a login that may change events', async () => {
    const { url, schema } = await server.ledger()
    await expectRefused({ url, schema }, 'may UPDATE')
  })

  it('has lost a guard', async () => {
    const options = await written(1)
    await server.sql(`ALTER TABLE "${options.schema}".events DISABLE TRIGGER events_are_append_only`)
    await expectRefused(options, 'events_are_append_only')
  })

  it('has lost its last events', async () => {
    const options = await written(5)
    const table = `"${options.schema}".events`
    await server.sql(`ALTER TABLE ${table} DISABLE TRIGGER ALL; DELETE FROM ${table} WHERE position > 3;
      ALTER TABLE ${table} ENABLE TRIGGER ALL`)
    await expectRefused(options, 'missing: events from 4 to 5')
  })
})

const foreign = [
  ['a table', 'CREATE TABLE place.mine (x integer)', 'mine'],
  ['a table of a name that ours would have', 'CREATE TABLE place.events (x integer)', 'events'],
  ['a table format', 'CREATE TABLE place.format (x integer); INSERT INTO place.format VALUES (1)', 'something else'],
  ['a view format', 'CREATE VIEW place.format AS SELECT 1 AS x', 'format'],
  ['a function', "CREATE FUNCTION place.refuse() RETURNS integer LANGUAGE sql AS 'SELECT 1'", 'refuse'],
  ['a type', 'CREATE DOMAIN place.code AS text', 'code'],
] as const

describe('a schema that holds objects of another program', () => {
  it.each(foreign)('is not installed into where it holds %s, and nothing is changed', async (_, made, name) => {
    const schema = `foreign ${made.length}`
    const holds = `SELECT count(*)::integer FROM pg_class WHERE relnamespace = '"${schema}"'::regnamespace`
    await server.sql(`CREATE SCHEMA "${schema}"; ${made.replaceAll('place', `"${schema}"`)}`)
    try {
      const before = await server.sql(holds)
      for (const install of [installPostgres, installPostgresVault]) {
        expect(await install({ url: server.url(), schema })()).toMatchObject({
          left: {
            type: 'StoreDamaged',
            cause: expect.stringContaining(name) as unknown,
            advice: expect.stringMatching(/模式名.*Check its name/s) as unknown,
          },
        })
      }
      expect(await server.sql(holds)).toEqual(before)
    } finally {
      await server.sql(`DROP SCHEMA "${schema}" CASCADE`)
    }
  })

  it('is not opened either, where its table format is of something else', async () => {
    const { role } = await server.ledger()
    await server.sql(`CREATE SCHEMA strange; CREATE TABLE strange.format (x integer); INSERT INTO strange.format VALUES (1);
      GRANT USAGE ON SCHEMA strange TO "${role}"; GRANT SELECT ON strange.format TO "${role}"`)
    await expectRefused(
      { url: server.url(), schema: 'strange', role: role ?? '' },
      'it holds something else, not a ledger',
    )
    await server.sql('DROP SCHEMA strange CASCADE')
  })
})

describe('options in the URL', () => {
  it('are kept, and take nothing from ours', async () => {
    const { url, schema, role } = await server.ledger()
    const withOptions = `${url}?options=-c%20geqo%3Doff`
    expect(await openPostgres({ url: withOptions, schema, role: 'no such role' })()).toMatchObject({
      left: { type: 'StoreMissing' },
    })
    await closeBoth({ url: withOptions, schema, role: role ?? '' })
  })
})

describe('a login that is wrong', () => {
  it('is a fault that says what the server said', async () => {
    const { url, schema } = await server.ledger()
    const strange = new URL(url)
    strange.username = 'stranger'
    expect(await openPostgres({ url: strange.href, schema })()).toMatchObject({ left: { type: 'StoreFault' } })
    const unknown = new URL(url)
    const encrypted = new URL(url)
    unknown.password = ''
    encrypted.searchParams.set('sslmode', 'verify-full')
    for (const { href } of [unknown, encrypted, { href: 'postgres://[' }, { href: '?options=x' }])
      expect(await openPostgres({ url: href, schema, patienceMs: 60_000 })()).toMatchObject({
        left: { type: 'StoreFault' },
      })
  })
})

describe('installing', () => {
  it('again changes nothing, and many at once make one schema', async () => {
    const options = await written(2)
    const again = await Promise.all(Array.from({ length: 4 }, () => unwrap(installPostgres(options))))
    expect(again).toEqual(Array.from({ length: 4 }, () => ({ before: 2, now: 2 })))
    const { events, projections } = await unwrap(openPostgres(options))
    expect(await soundLog(events)).toHaveLength(2)
    await events.close()
    await projections.close()
  })

  it('brings an old schema to the newest edition, one step after the other, and keeps what is in it', async () => {
    const options = await written(2)
    const editions = [
      ...ledgerFormat.editions,
      (schema: string) => `ALTER TABLE ${schema}.head ADD COLUMN note text`,
      (schema: string) => `UPDATE ${schema}.head SET note = 'third'`,
    ]
    const client = new Client({ connectionString: server.url() })
    await client.connect()
    const answer = await bringUp(client, { ...ledgerFormat, editions }, options.schema)
    await client.end()
    expect(answer).toEqual({ before: 2, now: 4 })
    expect(await server.sql(`SELECT * FROM "${options.schema}".head`)).toMatchObject([{ position: '2', note: 'third' }])
    await expectRefused(options, 'edition 4; this program knows 2')
  })

  it.each(["it's “quoted” \\ and spaced", '志愿账本志愿账本志愿账本志愿账本志愿', 'x'.repeat(63)])(
    'in a schema of any name that PostgreSQL takes: %s',
    async (schema) => {
      const options = { ...(await server.ledger()), schema }
      await unwrap(installPostgres(options))
      const { events, projections } = await unwrap(openPostgres(options))
      expect(await append(events, 'a', 0)).toMatchObject({ _tag: 'Right' })
      await events.close()
      await projections.close()
      await server.sql(`DROP SCHEMA "${schema}" CASCADE`)
    },
  )

  it('into a schema that was made for it, and is empty', async () => {
    const { url, role } = await server.ledger()
    await server.sql('CREATE SCHEMA "made empty"')
    const answer = await installPostgres({ url, role: role ?? '', schema: 'made empty' })()
    await server.sql('DROP SCHEMA "made empty" CASCADE')
    expect(answer).toEqual({ _tag: 'Right', right: { before: 0, now: 2 } })
  })

  it('is refused where the table format has lost its row', async () => {
    const options = await written(1)
    await server.sql(`DELETE FROM "${options.schema}".format`)
    await expectRefused(options, 'format is empty')
    expect(await installPostgres(options)()).toMatchObject({ left: { type: 'StoreDamaged' } })
  })

  it('is refused where PostgreSQL would cut the name', async () => {
    const options = { ...(await server.ledger()), schema: 'x'.repeat(64) }
    expect(await installPostgres(options)()).toMatchObject({ left: { type: 'StoreFault' } })
    expect(await openPostgres(options)()).toMatchObject({ left: { type: 'StoreFault' } })
  })
})
