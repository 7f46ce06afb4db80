/** A ledger of any size, as a county would have it after years. It is written straight into the store's table, and a sample of it is decoded. */
import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { isLeft } from 'fp-ts/lib/Either.js'
import { ruleSet, slices } from '@zhiyuan/domain'
import type { Envelope, Jurisdiction, LogId } from '@zhiyuan/kernel'
import { eventDecoder, unwrap, buildRegistry, type LedgerIdentity } from '@zhiyuan/runtime'
import { openSqlite } from '@zhiyuan/store-sqlite'
import { insertEvent } from '../insert-event.ts'
import { storeEnvelope } from '../fixture-event.ts'
import { servedOrder } from './served-order.ts'
import type { Written } from './written.ts'

/** The name and jurisdiction of the ledger that the benchmark writes. */
export const benchLedger: LedgerIdentity = { log: 'bench' as LogId, jurisdiction: '131081' as Jurisdiction }

const decode = eventDecoder(buildRegistry(slices), {}, { ...benchLedger, rules: ruleSet })

/** The size of the ledger. */
export interface LogSize {
  readonly events: number
  readonly volunteers: number
}

/** Pseudo-random numbers, the same ones each time (mulberry32). */
const chance = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const village = (index: number): string =>
  `1310812${String(index % 13).padStart(2, '0')}${String(200 + (index % 30)).padStart(3, '0')}`
const township = (index: number): string => village(index).slice(0, 9)

const day = (index: number): string =>
  new Date(Date.UTC(2020, 3, 1) + (index % 240) * 86_400_000).toISOString().slice(0, 10)

const registerVolunteer = (index: number): ReadonlyArray<Written> => {
  const volunteer = `v${index}`
  const number = `no-${index}`
  const actor = { type: 'person', person: 'admin', role: 'administrator', unit: '131081' }
  return [
    {
      stream: `number-${number}`,
      actor,
      data: { type: 'NumberClaimed', number, person: volunteer, unitId: village(index) },
    },
    {
      stream: `volunteer-${volunteer}`,
      actor,
      data: {
        type: 'VolunteerRegistered',
        person: volunteer,
        number,
        ageBand: 'adult',
        home: village(index),
        homeFrom: '2020-01-01',
        ageSource: 'officer',
        outside: false,
      },
    },
  ]
}

const randomOrder = (index: number, volunteers: number, random: (below: number) => number): ReadonlyArray<Written> => {
  const first = random(volunteers)
  const second = random(volunteers - 1)
  const other = second >= first ? second + 1 : second
  const at = Math.floor(index / 110)
  return servedOrder({
    order: `${index}-nT4LAr7j38YniGEW`,
    requester: `r${index}`,
    volunteers: [`v${first}`, `v${other}`],
    township: township(index),
    village: village(index),
    days: [day(at), day(at + 1), day(at + 3)],
    minutes: [60 + random(120), 60 + random(120)],
    rating: 3 + random(3),
  })
}

/** As many orders are under way at a time as in a county; each turn takes one step of one of them. */
const underWay = 500

/** The events in their order, endlessly. */
function* story(volunteers: number): Generator<Written> {
  const random = chance(2020)
  for (let index = 0; index < volunteers; index++) yield* registerVolunteer(index)
  let next = 0
  const begin = (): { readonly events: ReadonlyArray<Written>; done: number } => ({
    events: randomOrder(next++, volunteers, random),
    done: 0,
  })
  const open = Array.from({ length: underWay }, begin)
  for (;;) {
    const place = random(underWay)
    const order = open[place] ?? begin()
    const event = order.events[order.done++]
    if (event !== undefined) yield event
    if (order.done >= order.events.length) open[place] = begin()
  }
}

const envelop = ({ stream, actor, data }: Written, position: number, version: number): Envelope<unknown> => {
  const at = new Date(Date.UTC(2020, 3, 1) + position * 20_000).toISOString()
  const commandId = `dRp0KrPpeU7v_nE-bWBlO.${position}`
  return {
    id: `${commandId}.0`,
    ...benchLedger,
    stream,
    version,
    type: data.type,
    schema: 1,
    occurredAt: at,
    recordedAt: at,
    actor,
    commandId,
    correlationId: commandId,
    causationId: null,
    command: createHash('sha256').update(commandId).digest('hex'),
    rules: ruleSet,
    traceparent: null,
    readSet: [
      { stream: 'units-131081', version: 424 },
      { stream: 'policy-131081', version: 22 },
    ],
    data,
  } as unknown as Envelope<unknown>
}

const batch = 5_000
/** The log must be like one that the ledger writes, so the first `wholly` events of orders are decoded, and every `sampled`-th event. */
const wholly = 2_000
const sampled = 997

/** Writes the log into a new ledger file; the same log for the same size. */
export const writeLog = async (
  file: string,
  { events, volunteers }: LogSize,
  say: (line: string) => void,
): Promise<void> => {
  const stores = await unwrap(openSqlite({ file, create: true }))
  await stores.events.close()
  await stores.projections.close()
  const db = new DatabaseSync(file)
  db.exec('PRAGMA synchronous = OFF')
  const insert = insertEvent(db)
  const heads = new Map<string, number>()
  let position = 0
  db.exec('BEGIN')
  for (const written of story(volunteers)) {
    if (position === events) break
    position++
    const version = heads.get(written.stream) ?? 0
    heads.set(written.stream, version + 1)
    const event = storeEnvelope(envelop(written, position, version))
    const isFirstOfOrders = position > 2 * volunteers && position <= 2 * volunteers + wholly
    if (isFirstOfOrders || position % sampled === 0) {
      const decoded = decode({ position: null, event })
      if (isLeft(decoded)) throw new Error(`the log of the benchmark is out of date: ${JSON.stringify(decoded.left)}`)
    }
    insert(event)
    if (position % batch === 0) db.exec('COMMIT; BEGIN')
    if (position % 1_000_000 === 0) say(`${position.toLocaleString('en-US')} events written`)
  }
  db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
}
