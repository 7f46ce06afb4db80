/** A log knows itself: its founding is compared when it is opened, and a log is founded only where the caller asked for it (L4). */
import { describe, expect, it } from 'vitest'
import type { StreamVersion } from '@zhiyuan/kernel'
import { LedgerRefusal, openLedger, replay, type LedgerOptions } from '@zhiyuan/ledger'
import { manualClock, unwrap, seededRandomness, type Ports } from '@zhiyuan/runtime'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'
import { begin } from '../golden/runner.ts'

const emptyPorts = (): Ports => ({
  events: memoryEventStore(),
  projections: memoryProjectionStore(),
  vault: memoryVault(),
  clock: manualClock(begin),
  random: seededRandomness('opening'),
})
const county = { log: 'county', jurisdiction: '131081' }
const create = { administrator: 'p1' }

/** The fault or refusal that a promise throws, if any. */
const catchThrown = (options: LedgerOptions): Promise<unknown> =>
  openLedger(options).then(
    () => null,
    (why: unknown) => why,
  )

const inTwoLanguages: unknown = expect.stringMatching(/\p{Script=Han}.*[a-z]{3}/su)

describe('malformed options', () => {
  const ports = emptyPorts()
  const all = { ports, ...county, create }
  it.each<[unknown, string]>([
    [null, '$'],
    [undefined, '$'],
    [{ ...all, ports: null }, '$.ports'],
    [{ ...all, ports: undefined }, '$.ports'],
    [{ ...all, ports: { ...ports, vault: undefined } }, '$.ports.vault'],
    [{ ...all, ports: { ...ports, clock: 'now' } }, '$.ports.clock'],
    [{ ...all, exlusive: true }, '$.exlusive'],
    [{ ...all, exclusive: 'yes' }, '$.exclusive'],
    [{ ports, ...county, log: null }, '$.log'],
  ])('%#: are refused by their path, and nothing is opened', async (options, path) => {
    const refusal = await catchThrown(options as never)
    expect(refusal).toMatchObject({ name: 'LedgerRefusal', rejection: { issues: [{ path }] } })
    expect(await unwrap(ports.events.last())).toBeNull()
  })
  it('of a replay are refused likewise', async () => {
    for (const [options, path] of [
      [null, '$'],
      [{ log: 'county' }, '$.ports'],
      [{ ports, log: 'county', jurisdiction: '131081' }, '$.jurisdiction'],
    ] as const)
      await expect(replay(options as never)).rejects.toMatchObject({ rejection: { issues: [{ path }] } })
  })
  it('of a service throw a refusal, and a closed ledger starts none', async () => {
    const ledger = await openLedger({ ...all, ports: emptyPorts() })
    const onFault = (): void => {}
    for (const [options, path] of [
      [null, '$'],
      [{}, '$.onFault'],
      [{ onFault, everyMs: 0 }, '$.everyMs'],
      [{ onFault, onSettled: 1 }, '$.onSettled'],
      [{ onFault, everyMS: 10 }, '$.everyMS'],
    ] as const)
      expect(() => ledger.start(options as never)).toThrow(
        expect.objectContaining({
          name: 'LedgerRefusal',
          rejection: { type: 'DecodeRefused', issues: [expect.objectContaining({ path })] },
        }) as Error,
      )
    await ledger.start({ onFault, everyMs: 5 }).stop()
    await ledger.close()
    expect(() => ledger.start({ onFault })).toThrow(
      expect.objectContaining({ name: 'LedgerFault', fault: { type: 'StoreClosed' } }) as Error,
    )
  })
})

describe('a log that is empty', () => {
  it('L4: is refused, and stays empty', async () => {
    const ports = emptyPorts()
    expect(await catchThrown({ ports, ...county })).toMatchObject({
      fault: { type: 'LedgerNotFounded', log: 'county', cause: 'the log is empty', advice: inTwoLanguages },
    })
    expect(await unwrap(ports.events.last())).toBeNull()
  })

  it('L4: is founded where the caller asked for it: its first event says log, jurisdiction, an id and the administrator', async () => {
    const ports = emptyPorts()
    const ledger = await openLedger({ ports, ...county, create })
    const { events } = await ledger.read(null, 10)
    expect(events).toHaveLength(1)
    const unit = county.jurisdiction
    expect(events[0]).toMatchObject({
      stream: 'ledger-county',
      version: 0,
      actor: { type: 'person', person: 'p1', role: 'administrator', unit },
      data: {
        type: 'LedgerFounded',
        ...county,
        administrator: 'p1',
        unit,
        ledgerId: expect.stringMatching(/^[A-Za-z0-9_-]{21}$/) as unknown,
      },
    })
  })

  it('L4: is founded once, and a later opener finds it as it is', async () => {
    const ports = emptyPorts()
    const ledgers = await Promise.all([1, 2, 3].map(() => openLedger({ ports, ...county, create })))
    await openLedger({ ports, ...county, create: { administrator: 'p2', unit: '131081204' } })
    await openLedger({ ports, ...county })
    expect((await ledgers[0]?.read(null, 10))?.events).toHaveLength(1)
  })

  it.each([
    [{ administrator: 'Ada Wong' }, '$.create.administrator'],
    [{ administrator: 'p1', unit: 'the hall' }, '$.create.unit'],
    [{ administrtor: 'p1' }, '$.create.administrtor'],
    [{}, '$.create.administrator'],
    [null, '$.create'],
    [true, '$.create'],
  ])('L4: is not founded by %j, and the refusal names what was written', async (strange, path) => {
    const ports = emptyPorts()
    const refusal = await catchThrown({ ports, ...county, create: strange as never })
    expect(refusal).toBeInstanceOf(LedgerRefusal)
    expect((refusal as LedgerRefusal).rejection.issues.map((issue) => issue.path)).toContain(path)
    expect(await unwrap(ports.events.last())).toBeNull()
  })

  it.each([
    [{ ...county, log: 'our county' }, '$.log', 'our-county'],
    [{ ...county, jurisdiction: '霸州' }, '$.jurisdiction', '131081'],
    [{ log: 'county' }, '$.jurisdiction', '131081'],
  ])('L4: is not opened as %j, and the refusal names the option and what it may be', async (names, path, such) => {
    const refusal = await catchThrown({ ports: emptyPorts(), create, ...names } as never)
    const expected: unknown = expect.stringContaining(such)
    expect(refusal).toMatchObject({ name: 'LedgerRefusal', rejection: { issues: [{ path, expected }] } })
  })

  it('L4: is not folded anew under a malformed name', async () => {
    await expect(replay({ ports: emptyPorts(), log: '' })).rejects.toMatchObject({
      rejection: { issues: [{ path: '$.log' }] },
    })
  })

  it('L4: has no events to fold anew', async () => {
    await expect(replay({ ports: emptyPorts(), log: 'county' })).rejects.toMatchObject({
      fault: { type: 'LedgerNotFounded' },
    })
  })
})

describe("a log that is another ledger's", () => {
  it.each([
    ['log', { ...county, log: 'conuty' }],
    ['jurisdiction', { ...county, jurisdiction: '131082' }],
  ])('L4: is refused by its %s, also to whom would found one, and nothing is written', async (_, wanted) => {
    const ports = emptyPorts()
    await openLedger({ ports, ...county, create })
    for (const options of [{}, { create }]) {
      expect(await catchThrown({ ports, ...wanted, ...options })).toMatchObject({
        fault: { type: 'OtherLedger', wanted, found: county, advice: inTwoLanguages },
      })
    }
    const { events } = await unwrap(ports.events.readAll(null, 10))
    expect(events).toHaveLength(1)
    if (wanted.log !== county.log)
      await expect(replay({ ports, log: wanted.log })).rejects.toMatchObject({ fault: { type: 'OtherLedger' } })
  })

  it('L4: is refused where it has events but no founding', async () => {
    const ports = emptyPorts()
    const founded = emptyPorts()
    const ledger = await openLedger({ ports: founded, ...county, create })
    const city = { unitId: '131081', level: 'city', parent: null, name: '霸州市', code: '131081' } as const
    const actor = { person: 'p1', role: 'administrator', unit: '131081' } as const
    await ledger.send({ type: 'OpenUnit', ...city }, { actor })
    const { events } = await unwrap(founded.events.readStream('units-131081', 0 as StreamVersion, 10))
    await unwrap(
      ports.events.append(
        'units-131081',
        'no-stream',
        events.map(({ event }) => event),
      ) as never,
    )
    expect(await catchThrown({ ports, ...county, create })).toMatchObject({
      fault: { type: 'LedgerNotFounded', cause: expect.stringContaining('no founding event') as unknown },
    })
  })
})

it('L4: a command may not name a jurisdiction: a ledger has one', async () => {
  const ledger = await openLedger({ ports: emptyPorts(), ...county, create })
  const actor = { person: 'p1', role: 'administrator', unit: '131081' } as const
  const by = { actor, jurisdiction: '131082' }
  expect(await ledger.send({ type: 'FoundLedger', log: 'county', ledgerId: 'L' }, by)).toMatchObject({
    ok: false,
    rejection: { type: 'DecodeRefused', issues: [{ path: '$.sender.jurisdiction' }] },
  })
  expect(await ledger.send({ type: 'FoundLedger', log: 'county', ledgerId: 'L' }, { actor })).toMatchObject({
    rejection: { type: 'AlreadyFounded' },
  })
})
