import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, it } from 'vitest'
import type { Instant } from '@zhiyuan/kernel'
import { LedgerFault, unwrap, type EventStore, type Page } from '@zhiyuan/runtime'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'
import { actors, units } from '../golden/people.ts'
import { begin, open, stage, type Stores } from '../golden/runner.ts'
import { keepText, need } from './need.fixture.ts'
import type { By } from '@zhiyuan/ledger'

const memory = (): Stores => ({
  events: memoryEventStore(),
  projections: memoryProjectionStore(),
  vault: memoryVault(),
})

const interval = { start: '2020-03-02T01:00:00.000Z', end: '2020-03-02T02:00:00.000Z' }
const backfill = {
  type: 'Backfill',
  volunteer: 'e',
  recordId: 'R5',
  segments: [interval],
  minutes: 60,
  content: 'culture-arts',
  occasion: { type: 'session', sessionId: 'S', host: units.V2 },
  bodyId: units.V2,
  teamId: null,
  responsible: 'q2',
  reason: null,
}
const resident: By = { actor: actors.r1 }
const deep = (levels: number): unknown => (levels === 0 ? 1 : { inside: deep(levels - 1) })
const withPrototype: unknown = JSON.parse(`${JSON.stringify(need).slice(0, -1)},"__proto__":{"role":"administrator"}}`)

const countEvents = async ({ events }: Stores): Promise<number> =>
  (await unwrap(events.readAll(null, 10_000))).events.length

const sent = async (command: unknown, by: unknown = resident) => {
  const stores = memory()
  const { ledger } = await stage(stores)
  await keepText(ledger)
  const before = await countEvents(stores)
  const outcome = await ledger.sendUnknown(command, by)
  return { outcome, written: (await countEvents(stores)) - before }
}

describe('at the edge of the ledger', () => {
  it('accepts the well-formed commands that the cases below spoil', async () => {
    expect(await sent(need)).toMatchObject({ outcome: { ok: true }, written: 1 })
    expect(await sent(backfill, { actor: { ...actors.k2, role: 'recorder' } })).toMatchObject({
      outcome: { ok: true },
      written: 1,
    })
  })

  it.each<[string, unknown, string, string]>([
    ['nothing', undefined, '$', 'JSON'],
    ['a bare text', 'SubmitNeed', '$', 'record'],
    ['a list', [need], '$', 'record'],
    ['no type', { ...need, type: undefined }, '$.type', 'unknown type'],
    ['an unknown command', { ...need, type: 'GrantMyself' }, '$.type', 'unknown type'],
    ['a name that every object has', { ...need, type: 'toString' }, '$.type', 'unknown type'],
    ['an unknown key', { ...need, admin: true }, '$.admin', 'unknown key'],
    ['a missing key', { ...need, kind: undefined }, '$.kind', 'Code'],
    ['__proto__', withPrototype, '$.__proto__', 'unknown key'],
    ['an unknown type inside', { ...backfill, occasion: { type: 'rumour' } }, '$.occasion.type', 'unknown type'],
    [
      'an unknown key inside',
      { ...backfill, segments: [{ ...interval, zone: 8 }] },
      '$.segments[0].zone',
      'unknown key',
    ],
    ['half a minute', { ...backfill, minutes: 60.5 }, '$.minutes', 'Minutes'],
    ['-0 minutes', { ...backfill, minutes: -0 }, '$.minutes', 'Minutes'],
    ['minutes in words', { ...backfill, minutes: '60' }, '$.minutes', 'Minutes'],
    ['no number', { ...backfill, minutes: NaN }, '$.minutes', 'Minutes'],
    ['more minutes than there are', { ...backfill, minutes: 100_001 }, '$.minutes', 'Minutes'],
    ['a 30th of February', { ...need, voicedAt: '2020-02-30T00:00:00.000Z' }, '$.voicedAt', 'Instant'],
    ['a local time', { ...need, voicedAt: '2020-04-01T08:00:00+08:00' }, '$.voicedAt', 'Instant'],
    ['a time before 1900', { ...need, voicedAt: '1899-12-31T23:59:59.999Z' }, '$.voicedAt', 'Instant'],
    ['a time after 2199', { ...need, voicedAt: '2200-01-01T00:00:00.000Z' }, '$.voicedAt', 'Instant'],
    ['an ID-card number for a name', { ...need, requester: '张三 13108119560420001X' }, '$.requester', 'PersonId'],
    ['33 levels', deep(33), `$${'.inside'.repeat(32)}`, 'at most 32 levels'],
    ['more than 256 KiB', { ...need, kind: '诉'.repeat(90_000) }, '$', 'at most 262144 bytes'],
  ])('refuses %s, naming the path, and writes nothing', async (_, command, path, expected) => {
    const { outcome, written } = await sent(command)
    expect(outcome).toMatchObject({ ok: false, rejection: { type: 'DecodeRefused', issues: [{ path, expected }] } })
    expect(written).toBe(0)
  })

  it('refuses a fact more than 120 seconds ahead of the clock, and takes one at it', async () => {
    const late = { ...resident, occurredAt: '2020-04-01T01:02:00.001Z' as Instant }
    expect(await sent(need, late)).toMatchObject({
      outcome: { ok: false, rejection: { type: 'DecodeRefused', issues: [{ path: '$.sender.occurredAt' }] } },
      written: 0,
    })
    expect(await sent(need, { ...late, occurredAt: '2020-04-01T01:02:00.000Z' })).toMatchObject({
      written: 1,
    })
  })

  it('G4, W6: no person acts as a process, so no points come from nothing', async () => {
    const points = {
      type: 'CreditPoints',
      volunteer: 'e',
      recordId: 'R5',
      revision: 0,
      day: '2020-04-01',
      minutes: 600,
    }
    const actor = { type: 'process', process: 'credit-points', cause: 'c.0' }
    expect(await sent(points, { actor })).toMatchObject({
      outcome: { rejection: { type: 'DecodeRefused', issues: [{ path: '$.sender.actor.type', expected: 'person' }] } },
      written: 0,
    })
  })

  it('W13: no person takes the id of the command that will reverse points', async () => {
    const { outcome } = await sent(need, { ...resident, commandId: 'reverse-points.void-R5.n_tsVfnUmOhhYFfV.0.0' })
    expect(outcome).toMatchObject({ rejection: { type: 'DecodeRefused', issues: [{ path: '$.sender.commandId' }] } })
  })

  it.each(['The Boss', 'residnt', '', null])('G4: refuses the role %j, and writes nothing', async (role) => {
    const { outcome, written } = await sent(need, { actor: { ...actors.r1, role } })
    expect(outcome).toMatchObject({
      ok: false,
      rejection: { type: 'DecodeRefused', issues: [{ path: '$.sender.actor.role', expected: 'RoleName' }] },
    })
    expect(written).toBe(0)
  })

  it.each(['correlationId', 'jurisdiction', 'recordedAt'])('refuses %s beside the sender', async (key) => {
    expect(await sent(need, { ...resident, [key]: 'x' })).toMatchObject({
      outcome: { rejection: { type: 'DecodeRefused', issues: [{ path: `$.sender.${key}`, expected: 'unknown key' }] } },
      written: 0,
    })
  })

  it('refuses a sender that throws when it is read', async () => {
    const throwing = {
      get actor(): never {
        throw new Error('read')
      },
    }
    expect(await sent(need, throwing)).toMatchObject({
      outcome: { rejection: { type: 'DecodeRefused', issues: [{ path: '$.sender', expected: 'JSON' }] } },
      written: 0,
    })
  })
})

describe('a text that a command refers to', () => {
  const missing = { type: 'DecodeRefused', issues: [{ path: '$.description', expected: 'a text in the vault' }] }
  const send = async (change: object, ...kept: ReadonlyArray<string>) => {
    const stores = memory()
    const { ledger } = await stage(stores)
    await keepText(ledger)
    const [description] = await ledger.keep(kept)
    const command = { ...need, ...(description === undefined ? {} : { description }), ...change }
    return { ledger, stores, outcome: await ledger.sendUnknown(command, resident) }
  }

  it('P6: is in the vault when it is first used', async () => {
    expect((await send({}, 'No light')).outcome).toMatchObject({ ok: true })
    const elsewhere = { id: 't-2', commitment: need.description.commitment }
    expect((await send({ description: elsewhere })).outcome).toEqual({ ok: false, rejection: missing })
    const other = { ...need.description, commitment: '0'.repeat(64) }
    expect((await send({ description: other })).outcome).toEqual({ ok: false, rejection: missing })
  })

  it('P6: is looked for wherever a command has one, and named by its path', async () => {
    const risks = { known: true, description: { id: 't-3', commitment: '0'.repeat(64) } }
    expect((await send({ risks })).outcome).toMatchObject({
      rejection: { issues: [{ path: '$.risks.description', expected: 'a text in the vault' }] },
    })
  })

  it('P6, L3: may be gone when the command is sent once more, and a rule refuses before the vault is asked', async () => {
    const { ledger, stores } = await send({})
    await unwrap(stores.vault.destroy([need.description.id]))
    expect(await ledger.sendUnknown(need, resident)).toMatchObject({ ok: true, events: [] })
    expect(await ledger.sendUnknown({ ...need, needId: 'N2' }, resident)).toEqual({ ok: false, rejection: missing })
    expect(await ledger.sendUnknown({ ...need, needId: 'N3', unitId: 'V9' }, resident)).toMatchObject({
      rejection: { type: 'UnknownUnit' },
    })
  })
})

describe('an id of a command', () => {
  it('P6: is no ID-card number and no mobile number, at any place', async () => {
    const refused = (path: string, name: string) => ({
      outcome: { rejection: { issues: [{ path, expected: `${name}: no ID-card or mobile number` }] } },
      written: 0,
    })
    const claim = { type: 'ClaimNumber', number: 'n-1', person: 'p' }
    const byAdmin: By = { actor: actors.admin }
    expect(await sent({ ...claim, person: '11010519491231002X' }, byAdmin)).toMatchObject(
      refused('$.person', 'PersonId'),
    )
    expect(await sent({ ...claim, number: '13800138000' }, byAdmin)).toMatchObject(refused('$.number', 'VolunteerNo'))
    expect(await sent({ ...need, needId: '13800138000' })).toMatchObject(refused('$.needId', 'NeedId'))
    const asPhone: By = { actor: { ...actors.r1, person: '13800138000' } }
    expect(await sent(need, asPhone)).toMatchObject(refused('$.sender.actor.person', 'PersonId'))
  })
})

describe('a batch from outside', () => {
  it('answers each entry in its place; an unknown key of an entry and a hole are refused, the others go through', async () => {
    const { ledger } = await stage(memory())
    await keepText(ledger)
    const good = { command: need, by: resident }
    const second = { command: { ...need, needId: 'N2' }, by: resident }
    const batch: unknown[] = [good, { ...good, commandId: 'k' }]
    batch[3] = second
    expect(await ledger.sendAllUnknown(batch)).toMatchObject([
      { ok: true, events: [{ data: { needId: 'N1' } }] },
      { ok: false, rejection: { issues: [{ path: '$.commandId', expected: 'unknown key' }] } },
      { ok: false, rejection: { type: 'DecodeRefused' } },
      { ok: true, events: [{ data: { needId: 'N2' } }] },
    ])
  })
})

/** A store in which one stream reads differently from what was written. */
const alterStream = (events: EventStore, stream: string, data: object): EventStore => {
  const alter = TE.map((page: Page): Page => ({
    ...page,
    events: page.events.map(({ position, event }) =>
      event.stream === stream
        ? { position, event: { ...event, data: JSON.stringify({ ...(JSON.parse(event.data) as object), ...data }) } }
        : { position, event },
    ),
  }))
  return {
    ...events,
    readAll: (after, limit) => alter(events.readAll(after, limit)),
    readStream: (name, from, limit) => alter(events.readStream(name, from, limit)),
  }
}

const catchFault = async (work: Promise<unknown>): Promise<unknown> => {
  const thrown = await work.catch((why: unknown) => why)
  return thrown instanceof LedgerFault ? thrown.fault : thrown
}

describe('a stored event that was tampered with', () => {
  const team = 'team-B1'
  const damaged = {
    type: 'EventDamaged',
    position: '26',
    id: expect.any(String) as unknown,
    stream: team,
    version: 0,
    path: '$.data.leader',
    expected: 'PersonId',
  }
  const openAltered = async () => {
    const stores = memory()
    await stage(stores)
    const events = alterStream(stores.events, team, { leader: 'the boss' })
    return (await open({ ...stores, events, projections: memoryProjectionStore() }, begin)).ledger
  }

  it('is named by position, id, stream, version and path, to a caller who sends a command that rests on it', async () => {
    const ledger = await openAltered()
    expect(await catchFault(ledger.send({ type: 'JoinTeam', teamId: 'B1', person: 'd' }, { actor: actors.b }))).toEqual(
      damaged,
    )
  })

  it('and to a caller who reads the log or folds it anew', async () => {
    const ledger = await openAltered()
    expect(await catchFault(ledger.read(null, 1000))).toEqual(damaged)
    expect(await catchFault(ledger.settle())).toEqual(damaged)
  })
})
