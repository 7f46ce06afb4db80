import { describe, expect, it } from 'vitest'
import { plusMillis, type Header, type Instant } from '@zhiyuan/kernel'
import { manualClock, promised, type EventStore, type Ports } from '@zhiyuan/runtime'
import { evening, meta, noon, openToy, toyPorts, type Toy } from './ledger.toy.ts'

const open = (name: string) => ({ type: 'Open', name, dueAt: evening })
const recorded = async ({ events }: Ports): Promise<ReadonlyArray<Instant>> =>
  (await promised(events.readAll(null, 100))).events.map(({ event }) => (JSON.parse(event.header) as Header).recordedAt)
const opened = (toy: Toy, name: string) => promised(toy.execute(open(name), meta))
const morning = plusMillis(noon, -3 * 3_600_000)

describe('a clock that is set back', () => {
  it('S12: records nothing before what is recorded already', async () => {
    const ports = toyPorts()
    const toy = openToy(ports)
    await opened(toy, 'a')
    ports.clock.set(morning)
    await opened(toy, 'b')
    ports.clock.set(plusMillis(noon, 1))
    await opened(toy, 'c')
    expect(await recorded(ports)).toEqual([noon, noon, plusMillis(noon, 1)])
  })

  it.each([false, true])('S12: nor does a process that opens the log only then (exclusive: %s)', async (exclusive) => {
    const ports = toyPorts()
    await opened(openToy(ports), 'a')
    const late = { ...ports, clock: manualClock(morning) }
    await opened(openToy(late, { exclusive }), 'b')
    expect(await recorded(ports)).toEqual([noon, noon])
  })

  it('S12: nor one whose machine is behind the other that writes', async () => {
    const ports = toyPorts()
    const [ahead, behind] = [openToy(ports), openToy({ ...ports, clock: manualClock(morning) })]
    await opened(behind, 'a')
    await opened(ahead, 'b')
    await behind.executeAll([{ command: open('c'), meta }])()
    await opened(ahead, 'd')
    expect(await recorded(ports)).toEqual([morning, noon, noon, noon])
  })

  it('S12: nothing is recorded before an instant of which somebody was told what is known', async () => {
    const ports = toyPorts()
    const toy = openToy(ports)
    expect(await promised(toy.now())).toBe(noon)
    ports.clock.set(morning)
    await opened(toy, 'a')
    expect(await recorded(ports)).toEqual([noon])
  })

  it('works off what was due before', async () => {
    const ports = toyPorts()
    const toy = openToy(ports)
    await opened(toy, 'a')
    ports.clock.set(evening)
    await promised(toy.now())
    ports.clock.set(morning)
    expect(await promised(toy.settle())).toMatchObject({ deadlines: 1 })
    expect(await recorded(ports)).toEqual([noon, evening])
  })
})

it('a log whose end cannot be read answers nobody', async () => {
  const ports = toyPorts()
  const events: EventStore = {
    ...ports.events,
    last: () => () => Promise.resolve({ _tag: 'Left', left: { type: 'StoreClosed' } }),
  }
  const toy = openToy({ ...ports, events })
  const closed = { left: { type: 'StoreClosed' } }
  expect(await toy.execute(open('a'), meta)()).toMatchObject(closed)
  expect(await toy.executeAll([{ command: open('a'), meta }])()).toMatchObject([closed])
  expect(await toy.settle()()).toMatchObject(closed)
  expect(await toy.now()()).toMatchObject(closed)
})
