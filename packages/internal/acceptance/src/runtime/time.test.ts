import { describe, expect, it } from 'vitest'
import { plusMillis, type Header, type Instant } from '@zhiyuan/kernel'
import { manualClock, unwrap, type EventStore, type Ports } from '@zhiyuan/runtime'
import { evening, meta, noon, openFixture, fixturePorts, type FixtureLedger } from './ledger.fixture.ts'

const open = (name: string) => ({ type: 'Open', name, dueAt: evening })
const listRecordedTimes = async ({ events }: Ports): Promise<ReadonlyArray<Instant>> =>
  (await unwrap(events.readAll(null, 100))).events.map(({ event }) => (JSON.parse(event.header) as Header).recordedAt)
const openCounter = (ledger: FixtureLedger, name: string) => unwrap(ledger.execute(open(name), meta))
const morning = plusMillis(noon, -3 * 3_600_000)

describe('a clock that is set back', () => {
  it('S12: records nothing before what is recorded already', async () => {
    const ports = fixturePorts()
    const ledger = openFixture(ports)
    await openCounter(ledger, 'a')
    ports.clock.set(morning)
    await openCounter(ledger, 'b')
    ports.clock.set(plusMillis(noon, 1))
    await openCounter(ledger, 'c')
    expect(await listRecordedTimes(ports)).toEqual([noon, noon, plusMillis(noon, 1)])
  })

  it.each([false, true])('S12: nor does a process that opens the log only then (exclusive: %s)', async (exclusive) => {
    const ports = fixturePorts()
    await openCounter(openFixture(ports), 'a')
    const late = { ...ports, clock: manualClock(morning) }
    await openCounter(openFixture(late, { exclusive }), 'b')
    expect(await listRecordedTimes(ports)).toEqual([noon, noon])
  })

  it('S12: nor one whose machine is behind the other that writes', async () => {
    const ports = fixturePorts()
    const ahead = openFixture(ports)
    const behind = openFixture({ ...ports, clock: manualClock(morning) })
    await openCounter(behind, 'a')
    await openCounter(ahead, 'b')
    await behind.executeAll([{ command: open('c'), meta }])()
    await openCounter(ahead, 'd')
    expect(await listRecordedTimes(ports)).toEqual([morning, noon, noon, noon])
  })

  it('S12: nothing is recorded before an instant as of which a caller was answered', async () => {
    const ports = fixturePorts()
    const ledger = openFixture(ports)
    expect(await unwrap(ledger.now())).toBe(noon)
    ports.clock.set(morning)
    await openCounter(ledger, 'a')
    expect(await listRecordedTimes(ports)).toEqual([noon])
  })

  it('works off timers that were due before', async () => {
    const ports = fixturePorts()
    const ledger = openFixture(ports)
    await openCounter(ledger, 'a')
    ports.clock.set(evening)
    await unwrap(ledger.now())
    ports.clock.set(morning)
    expect(await unwrap(ledger.settle())).toMatchObject({ timers: 1 })
    expect(await listRecordedTimes(ports)).toEqual([noon, evening])
  })
})

it('a log whose end cannot be read answers no caller', async () => {
  const ports = fixturePorts()
  const events: EventStore = {
    ...ports.events,
    last: () => () => Promise.resolve({ _tag: 'Left', left: { type: 'StoreClosed' } }),
  }
  const ledger = openFixture({ ...ports, events })
  const closed = { left: { type: 'StoreClosed' } }
  expect(await ledger.execute(open('a'), meta)()).toMatchObject(closed)
  expect(await ledger.executeAll([{ command: open('a'), meta }])()).toMatchObject([closed])
  expect(await ledger.settle()()).toMatchObject(closed)
  expect(await ledger.now()()).toMatchObject(closed)
})
