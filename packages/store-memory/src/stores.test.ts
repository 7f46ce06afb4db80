import { describe, expect, it } from 'vitest'
import type { Envelope, StreamName, StreamVersion } from '@zhiyuan/kernel'
import { promised, type EventStore, type GlobalPosition, type Recorded } from '@zhiyuan/runtime'
import { memoryEventStore, memoryProjectionStore, memoryVault } from './index.ts'

const stream = 'toy-a' as StreamName
const at = (version: number): StreamVersion => version as StreamVersion

const event = (id: string, version: number, data: unknown = {}, of: StreamName = stream): Envelope<unknown> =>
  ({ id, stream: of, version, data }) as unknown as Envelope<unknown>

const append = (store: EventStore, expected: 'no-stream' | number, ...events: ReadonlyArray<Envelope<unknown>>) =>
  store.append(events[0]?.stream ?? stream, expected === 'no-stream' ? expected : at(expected), events)()

describe('the event store in memory', () => {
  it('numbers positions without gaps and compares them as numbers', async () => {
    const store = memoryEventStore()
    for (let n = 0; n < 12; n++) await append(store, n === 0 ? 'no-stream' : n - 1, event(`e${n}`, n))
    const { events, end } = await promised(store.readAll('8' as GlobalPosition, 3))
    expect(events.map(({ position }) => position)).toEqual(['9', '10', '11'])
    expect(end).toBe(false)
    expect(store.compare('9' as GlobalPosition, '10' as GlobalPosition)).toBeLessThan(0)
  })

  it('gives the first outcome for the same events at the same expectation', async () => {
    const store = memoryEventStore()
    const both = [event('a', 0), event('b', 1)]
    const first = await append(store, 'no-stream', ...both)
    await append(store, 1, event('c', 2))
    expect(await append(store, 'no-stream', ...both)).toEqual(first)
    expect((await promised(store.readAll(null, 10))).events).toHaveLength(3)
  })

  it('refuses a stale expectation, naming where the stream stands', async () => {
    const store = memoryEventStore()
    expect(await append(store, 3, event('a', 4))).toEqual({
      _tag: 'Left',
      left: { type: 'VersionConflict', stream, actual: null },
    })
    await append(store, 'no-stream', event('a', 0))
    expect(await append(store, 'no-stream', event('b', 0))).toMatchObject({
      left: { type: 'VersionConflict', actual: 0 },
    })
  })

  it('refuses an id that is taken by another place or other content, and writes nothing', async () => {
    const store = memoryEventStore()
    await append(store, 'no-stream', event('a', 0, { n: 1 }))
    const taken = { left: { type: 'EventIdTaken', id: 'a' } }
    expect(await append(store, 'no-stream', event('a', 0, { n: 2 }))).toMatchObject(taken)
    expect(await append(store, 0, event('a', 1, { n: 1 }))).toMatchObject(taken)
    expect(await append(store, 'no-stream', event('x', 0, {}, 'toy-b'), event('a', 1, {}, 'toy-b'))).toMatchObject(
      taken,
    )
    expect(await append(store, 0, event('b', 1), event('b', 2))).toMatchObject({
      left: { type: 'EventIdTaken', id: 'b' },
    })
    expect((await promised(store.readAll(null, 10))).events).toHaveLength(1)
  })

  it('is not changed by what a caller does to an event afterwards', async () => {
    const store = memoryEventStore()
    const data = { list: [1] }
    await append(store, 'no-stream', event('a', 0, data))
    data.list.push(2)
    const [read] = (await promised(store.readAll(null, 1))).events
    expect(read?.event.data).toEqual({ list: [1] })
    expect(() => (read?.event.data as { list: number[] }).list.push(3)).toThrow(TypeError)
  })

  it('hands a subscriber what is there and what comes, one page at a time', async () => {
    const store = memoryEventStore()
    await append(store, 'no-stream', event('a', 0))
    const seen: string[] = []
    let handling = 0
    const all = new Promise<void>((resolve) => {
      store.subscribe(
        null,
        async (events: ReadonlyArray<Recorded>) => {
          expect(++handling).toBe(1)
          await new Promise((next) => setTimeout(next, 1))
          seen.push(...events.map((one) => one.event.id))
          handling--
          if (seen.length === 5) resolve()
        },
        () => {},
      )
    })
    for (let n = 1; n < 5; n++) await append(store, n - 1, event(`e${n}`, n))
    await all
    expect(seen).toEqual(['a', 'e1', 'e2', 'e3', 'e4'])
  })

  it('ends a subscription whose handler rejects, and every one when it is closed', async () => {
    const store = memoryEventStore()
    await append(store, 'no-stream', event('a', 0))
    const broken = new Promise((resolve) => store.subscribe(null, () => Promise.reject(new Error('no')), resolve))
    expect(await broken).toMatchObject({ type: 'StoreFault' })
    const idle = new Promise((resolve) => store.subscribe('1' as GlobalPosition, async () => {}, resolve))
    await store.close()
    expect(await idle).toEqual({ type: 'StoreClosed' })
    expect(await append(store, 0, event('b', 1))).toMatchObject({ left: { type: 'StoreClosed' } })
  })

  it('closes a subscription only after its last page was handled', async () => {
    const store = memoryEventStore()
    await append(store, 'no-stream', event('a', 0))
    let handled = false
    let begun = (): void => {}
    const began = new Promise<void>((resolve) => (begun = resolve))
    const subscription = store.subscribe(
      null,
      async () => {
        begun()
        await new Promise((next) => setTimeout(next, 5))
        handled = true
      },
      () => expect.unreachable(),
    )
    await began
    await subscription.close()
    expect(handled).toBe(true)
  })
})

describe('the projection store in memory', () => {
  const rows = { name: 'rows', version: 1 }
  const position = '1' as GlobalPosition

  it('ranges over keys in order of code points, between bounds that are left out', async () => {
    const store = memoryProjectionStore()
    const keys = ['b', '\u{1f600}', 'a', '\uffee', 'c']
    const put = keys.map((key) => ({ key, row: { key } }))
    await promised(store.commit([{ rows, checkpoint: position, put, remove: [] }]))
    const range = async (after: string | null, before: string | null, limit: number) =>
      (await promised(store.range(rows, { after, before, limit }))).map(({ key }) => key)
    expect(await range(null, null, 10)).toEqual(['a', 'b', 'c', '\uffee', '\u{1f600}'])
    expect(await range('a', 'c', 10)).toEqual(['b'])
    await promised(
      store.commit([
        {
          rows,
          checkpoint: position,
          put: [
            { key: 'b', row: 1 },
            { key: 'ab', row: 1 },
          ],
          remove: ['a'],
        },
      ]),
    )
    expect(await range(null, null, 2)).toEqual(['ab', 'b'])
    expect(await promised(store.checkpoint(rows))).toBe('1')
  })

  it('drops every other version when one becomes active', async () => {
    const store = memoryProjectionStore()
    const next = { name: 'rows', version: 2 }
    for (const ref of [rows, next]) {
      await promised(
        store.commit([{ rows: ref, checkpoint: position, put: [{ key: 'a', row: ref.version }], remove: [] }]),
      )
    }
    expect(await promised(store.active('rows'))).toBeNull()
    await promised(store.activate(next))
    expect(await promised(store.active('rows'))).toBe(2)
    expect(await promised(store.get(rows, ['a']))).toEqual([])
    expect(await promised(store.checkpoint(rows))).toBeNull()
    expect(await promised(store.get(next, ['a', 'b']))).toEqual([{ key: 'a', row: 2 }])
  })
})

describe('the vault in memory', () => {
  it('keeps all or none, is silent about the same again, and never gives an id away twice', async () => {
    const vault = memoryVault()
    const one = { id: 'a', salt: '00', text: 'one' }
    await promised(vault.put([one]))
    await promised(vault.put([one]))
    expect(
      await vault.put([
        { ...one, id: 'b' },
        { ...one, text: 'other' },
      ])(),
    ).toMatchObject({ left: { type: 'StoreFault' } })
    expect(await promised(vault.get(['a', 'b']))).toEqual([one])
    await promised(vault.destroy(['a']))
    expect(await promised(vault.get(['a']))).toEqual([])
    expect(await vault.put([one])()).toMatchObject({ left: { type: 'StoreFault' } })
  })
})
