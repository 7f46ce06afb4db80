import { describe, expect, it } from 'vitest'
import { unwrap, LedgerFault, type Fault } from '@zhiyuan/runtime'
import { evening, meta, openFixture, sums, fixturePorts, type FixtureLedger } from './ledger.fixture.ts'

const openAll = async (ledger: FixtureLedger, names: ReadonlyArray<string>): Promise<void> => {
  await ledger.executeAll(names.map((name) => ({ command: { type: 'Open', name, dueAt: evening }, meta })))()
  await unwrap(ledger.settle())
}

const listKeys = async (ledger: FixtureLedger, prefix?: string): Promise<ReadonlyArray<string>> => {
  const keys: string[] = []
  for await (const { key } of ledger.rows(sums(), prefix)) keys.push(key)
  return keys
}

describe('rows', () => {
  it('come in order of key, all or by prefix, the prefix itself first', async () => {
    const ledger = openFixture(fixturePorts())
    await openAll(ledger, ['b', 'ab', 'a', 'aa', 'c'])
    expect(await listKeys(ledger)).toEqual(['a', 'aa', 'ab', 'b', 'c'])
    expect(await listKeys(ledger, 'a')).toEqual(['a', 'aa', 'ab'])
    expect(await unwrap(ledger.row(sums(), 'z'))).toBeNull()
  })

  it('come in pages without gap or repeat', async () => {
    const ledger = openFixture(fixturePorts())
    await openAll(ledger, ['x', 'xa', 'xb', 'xc', 'y'])
    const first = await unwrap(ledger.rowsPage(sums(), { prefix: 'x', limit: 2 }))
    const second = await unwrap(ledger.rowsPage(sums(), { prefix: 'x', limit: 2, after: first.at(-1)?.key ?? null }))
    expect([...first, ...second].map(({ key }) => key)).toEqual(['x', 'xa', 'xb', 'xc'])
  })

  it('are more than a page', async () => {
    const ledger = openFixture(fixturePorts())
    const names = Array.from({ length: 1203 }, (_, index) => `n${String(index).padStart(5, '0')}`)
    await openAll(ledger, names)
    expect(await listKeys(ledger)).toEqual(names)
  })

  it('fail with a fault that says what it is', async () => {
    const ports = fixturePorts()
    const ledger = openFixture(ports)
    await ports.projections.close()
    await expect(unwrap(ledger.row(sums(), 'a'))).rejects.toEqual(new LedgerFault({ type: 'StoreClosed' }))
    await expect(listKeys(ledger)).rejects.toBeInstanceOf(LedgerFault)
  })
})

describe('digests', () => {
  const story = async (order: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
    const ledger = openFixture(fixturePorts())
    for (const name of order) {
      await unwrap(ledger.execute({ type: 'Open', name, dueAt: evening }, { ...meta, commandId: name }))
    }
    await unwrap(ledger.settle())
    return [await unwrap(ledger.digestLog()), await unwrap(ledger.digestRows())]
  }

  it('are the same for the same streams, in any order in the log', async () => {
    expect(await story(['a', 'b'])).toEqual(await story(['b', 'a']))
  })

  it('differ as soon as an event does', async () => {
    const one = await story(['a', 'b'])
    const other = await story(['a', 'c'])
    expect(one[0]).not.toBe(other[0])
    expect(one[1]).not.toBe(other[1])
  })
})

it.each([0, -1, NaN, 1.5, 100_001])('no page of rows has a limit of %s', async (limit) => {
  expect(await openFixture(fixturePorts()).rowsPage(sums(), { limit })()).toMatchObject({
    left: { type: 'DecodeRefused', issues: [{ path: '$.limit' }] },
  })
})

describe('texts', () => {
  it('lie in the vault; events hold a commitment to them', async () => {
    const { texts } = openFixture(fixturePorts())
    const [one, other] = await unwrap(texts.put(['门坏了', '门坏了']))
    expect(one?.commitment).toMatch(/^[0-9a-f]{64}$/)
    expect(one?.commitment).not.toBe(other?.commitment)
    const ids = [one?.id ?? '', other?.id ?? '']
    expect([...(await unwrap(texts.get(ids))).values()]).toEqual(['门坏了', '门坏了'])
    await unwrap(texts.destroy(ids.slice(0, 1)))
    expect([...(await unwrap(texts.get(ids))).keys()]).toEqual(ids.slice(1))
  })
})

const onFault = (fault: Fault): void => expect.fail(JSON.stringify(fault))

describe('a service', () => {
  it('settles when something happens, until it is stopped', async () => {
    const ledger = openFixture(fixturePorts())
    let reports = 0
    const happened = new Promise<void>((resolve) => {
      const service = ledger.start({
        everyMs: 5,
        onFault,
        onSettled: ({ events }) => {
          reports++
          if (events > 0) void service.stop().then(resolve)
        },
      })
    })
    await unwrap(ledger.execute({ type: 'Open', name: 'a', dueAt: evening }, meta))
    await happened
    const before = reports
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(reports).toBe(before)
    expect(await listKeys(ledger)).toEqual(['a'])
  })

  it('begins behind what is there, and hears at once of what comes', async () => {
    const ports = fixturePorts()
    const readFrom: unknown[] = []
    const readAll: typeof ports.events.readAll = (after, limit) => {
      readFrom.push(after)
      return ports.events.readAll(after, limit)
    }
    const subscribe: typeof ports.events.subscribe = (after, ...rest) => {
      readFrom.push(after)
      return ports.events.subscribe(after, ...rest)
    }
    const ledger = openFixture({ ...ports, events: { ...ports.events, readAll, subscribe } })
    await unwrap(ledger.execute({ type: 'Open', name: 'a', dueAt: evening }, meta))
    await unwrap(ledger.settle())
    readFrom.length = 0
    const heard = new Promise<void>((resolve) => {
      const service = ledger.start({
        everyMs: 3_600_000,
        onFault,
        onSettled: ({ events }) => {
          if (events > 0) void service.stop().then(resolve)
        },
      })
    })
    await new Promise((resolve) => setTimeout(resolve, 20))
    await unwrap(ledger.execute({ type: 'Add', name: 'ceiling', amount: 1 }, meta))
    await heard
    expect(readFrom).not.toContain(null)
  })

  it('goes on when a listener throws, and says so', async () => {
    const ledger = openFixture(fixturePorts())
    const fault = await new Promise((resolve) => {
      let faults = 0
      const service = ledger.start({
        everyMs: 1,
        onSettled: () => {
          throw new Error('no')
        },
        onFault: (one) => {
          if (++faults === 3) void service.stop().then(() => resolve(one))
          throw new Error('nor here')
        },
      })
    })
    expect(fault).toEqual({ type: 'Defect', where: 'a listener of the service', cause: 'no' })
  })

  it.each([0, -1, NaN, 0.5, 3_600_001])('is not begun with ticks of %s ms', (everyMs) => {
    expect(() => openFixture(fixturePorts()).start({ everyMs, onFault })).toThrow('everyMs')
  })

  it('is not begun where faults would go unheard', () => {
    // @ts-expect-error no listener hears of a fault
    expect(() => openFixture(fixturePorts()).start({ everyMs: 5 })).toThrow('onFault')
  })
})
