import { describe, expect, it } from 'vitest'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Upcasts } from '@zhiyuan/kernel'
import { unwrap, type EventStore, type StoredEvent } from '@zhiyuan/runtime'
import { evening, meta, openFixture, fixturePorts } from './ledger.fixture.ts'

const open = { type: 'Open', name: 'a', dueAt: evening }
const explosive = new Proxy(open, {
  ownKeys: () => {
    throw new Error('boo')
  },
})
const deep = (levels: number): unknown => (levels === 0 ? 1 : { type: 'Open', deep: deep(levels - 1) })

describe('at the edge', () => {
  it.each<[string, unknown, string]>([
    ['no record', null, '$'],
    ['nothing', undefined, '$'],
    ['a list', [open], '$'],
    ['no type', { name: 'a' }, '$.type'],
    ['an unknown type', { ...open, type: 'Explode' }, '$.type'],
    ['a type of every object', { ...open, type: 'constructor' }, '$.type'],
    ['an unknown key', { ...open, colour: 'red' }, '$.colour'],
    [
      '__proto__',
      JSON.parse('{"type":"Open","name":"a","dueAt":"2020-04-20T18:00:00.000Z","__proto__":{}}'),
      '$.__proto__',
    ],
    ['a fraction', { type: 'Add', name: 'a', amount: 1.5 }, '$.amount'],
    ['-0', { type: 'Add', name: 'a', amount: -0 }, '$.amount'],
    ['33 levels', deep(33), `$${'.deep'.repeat(32)}`],
    ['more than 256 KiB', { ...open, name: '名'.repeat(90_000) }, '$'],
    ['what throws when it is read', explosive, '$'],
    ['what JSON does not know', { ...open, name: 1n }, '$'],
  ])('%s is refused by path, and nothing is written', async (_, command, path) => {
    const ports = fixturePorts()
    const outcome = await unwrap(openFixture(ports).execute(command, meta))
    expect(outcome).toMatchObject({ ok: false, rejection: { type: 'DecodeRefused', issues: [{ path }] } })
    expect((await unwrap(ports.events.readAll(null, 10))).events).toEqual([])
  })

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['more than 120 s ahead', { occurredAt: '2020-04-20T12:02:00.001Z' }, '$.sender.occurredAt'],
    ['no instant', { occurredAt: '2020-04-20' }, '$.sender.occurredAt'],
    [
      'a role with a space',
      { actor: { type: 'person', person: 'ada', role: 'the boss', unit: 'yard' } },
      '$.sender.actor.role',
    ],
    ['an unknown kind of actor', { actor: { type: 'ghost' } }, '$.sender.actor.type'],
    [
      'an actor who says to be a process',
      { actor: { type: 'process', process: 'echo', cause: 'c.0' } },
      '$.sender.actor.type',
    ],
    ['the id that a process will give a command', { commandId: 'echo.c.n_tsVfnUmOhhYFfV.0.0' }, '$.sender.commandId'],
    ['such an id in its short form', { commandId: `h-${'0'.repeat(64)}` }, '$.sender.commandId'],
    ['a command id with a space', { commandId: 'a b' }, '$.sender.commandId'],
    ['a jurisdiction: a ledger has one', { jurisdiction: '131081' }, '$.sender.jurisdiction'],
    ['a trace that is none', { traceparent: '00-0-0-01' }, '$.sender.traceparent'],
    ['an unknown key', { admin: true }, '$.sender.admin'],
  ])('meta with %s is refused by path', async (_, changed, path) => {
    const outcome = await unwrap(openFixture(fixturePorts()).execute(open, { ...meta, ...changed }))
    expect(outcome).toMatchObject({ ok: false, rejection: { type: 'DecodeRefused', issues: [{ path }] } })
  })

  it('takes 120 s ahead of the clock', async () => {
    const outcome = await unwrap(
      openFixture(fixturePorts()).execute(open, { ...meta, occurredAt: '2020-04-20T12:02:00.000Z' }),
    )
    expect(outcome.ok).toBe(true)
  })
})

/** A store in which each event reads differently from what was written. */
const alterEvents = (events: EventStore, alter: (event: StoredEvent) => StoredEvent): EventStore => ({
  ...events,
  readStream: (stream, from, limit) =>
    pipe(
      events.readStream(stream, from, limit),
      TE.map((page) => ({
        ...page,
        events: page.events.map((one) => ({ ...one, event: alter(one.event) })),
      })),
    ),
})

const withText =
  (text: 'header' | 'data', change: object) =>
  (event: StoredEvent): StoredEvent => ({
    ...event,
    [text]: JSON.stringify({ ...(JSON.parse(event[text]) as object), ...change }),
  })

describe('a stored event', () => {
  it.each<[string, (event: StoredEvent) => StoredEvent, string]>([
    ['a word that is not its own', withText('data', { dueAt: 'soon' }), '$.data.dueAt'],
    ['a key too many', withText('header', { extra: 1 }), '$.extra'],
    [
      'an unknown type',
      (event) => withText('header', { type: 'Exploded' })({ ...event, type: 'Exploded' as StoredEvent['type'] }),
      '$.type',
    ],
    ['a schema of the future', withText('header', { schema: 2 }), '$.schema'],
    ['another jurisdiction', withText('header', { jurisdiction: '999999' }), '$.jurisdiction'],
    ['another log', withText('header', { log: 'other' }), '$.log'],
    ['a header that says another version', withText('header', { version: 7 }), '$.version'],
    ['a header that says another id', withText('header', { id: 'another.0' }), '$.id'],
    ['a header that says another type', withText('header', { type: 'Closed' }), '$.type'],
    ['a header that says another stream', withText('header', { stream: 'counter-b' }), '$.stream'],
    [
      'another version than its place',
      (event) => withText('header', { version: 7 })({ ...event, version: 7 as StoredEvent['version'] }),
      '$.version',
    ],
    ['a header that is no JSON', (event) => ({ ...event, header: event.header.slice(1) }), '$'],
    ['data that is no JSON', (event) => ({ ...event, data: `${event.data}}` }), '$.data'],
  ])('with %s is a fault that says where', async (_, alter, path) => {
    const ports = fixturePorts()
    await unwrap(openFixture(ports).execute(open, meta))
    const ledger = openFixture({ ...ports, events: alterEvents(ports.events, alter) })
    const answer = await ledger.execute(open, meta)()
    expect(answer).toMatchObject({ left: { type: 'EventDamaged', stream: 'counter-a', path } })
  })

  it("of an older schema is read in today's words", async () => {
    const ports = fixturePorts()
    await unwrap(openFixture(ports).execute(open, { ...meta, commandId: 'c' }))
    const page = await unwrap(ports.events.readStream('counter-a', 0 as never, 10))
    expect(JSON.parse(page.events[0]?.event.header ?? '')).toMatchObject({ schema: 1 })
    const upcasts: Upcasts = { Opened: [(data) => ({ ...(data as object), name: 'b' })] }
    const ledger = openFixture(ports, { upcasts })
    expect(await unwrap(ledger.settle())).toMatchObject({ events: 1 })
    const rows = []
    for await (const row of ledger.rows({ name: 'sums', version: 1, initial: () => null })) rows.push(row.key)
    expect(rows).toEqual(['b'])
  })
})
