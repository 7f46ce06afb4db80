import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { unwrap, seededRandomness, type Limits } from '@zhiyuan/runtime'
import { evening, meta, openFixture, fixturePorts, type FixturePorts } from './ledger.fixture.ts'

interface Tick {
  readonly names: ReadonlyArray<string>
  readonly amount: number
}

const ticks: fc.Arbitrary<ReadonlyArray<Tick>> = fc.array(
  fc.record({
    names: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
    amount: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 8 },
)

const limits: fc.Arbitrary<Partial<Limits>> = fc.record({
  cachedStreams: fc.integer({ min: 1, max: 5 }),
  changedRows: fc.integer({ min: 1, max: 5 }),
  heldRows: fc.integer({ min: 0, max: 5 }),
})

const sent = (ports: FixturePorts, commands: ReadonlyArray<object>) => {
  const fresh = ports.random.id
  return commands.map((command) => ({ command, meta: { ...meta, commandId: fresh() } }))
}

const story = async (
  told: ReadonlyArray<Tick>,
  options: { limits?: Partial<Limits>; exclusive?: boolean; reopen?: boolean },
) => {
  const ports = { ...fixturePorts(), random: seededRandomness(1) }
  let ledger = openFixture(ports, options)
  await ledger.executeAll(sent(ports, [{ type: 'Add', name: 'ceiling', amount: 9 }]))()
  for (const { names, amount } of told) {
    await ledger.executeAll(
      sent(
        ports,
        names.map((name) => ({ type: 'Open', name, dueAt: evening })),
      ),
    )()
    await ledger.executeAll(
      sent(
        ports,
        names.map((name) => ({ type: 'Add', name, amount })),
      ),
    )()
    if (options.reopen === true) ledger = openFixture(ports, options)
    await unwrap(ledger.settle())
  }
  ports.clock.set(evening)
  await unwrap(ledger.settle())
  return [await unwrap(ledger.digestLog()), await unwrap(ledger.digestRows())]
}

const names = ['cachedStreams', 'attempts', 'page', 'batchSize', 'changedRows', 'heldRows'] as const
it.each(names)('a runtime is not opened with an impossible limit: %s', (name) => {
  for (const limit of [-1, NaN, 1.5, Infinity]) {
    expect(() => openFixture(fixturePorts(), { limits: { [name]: limit } })).toThrow(`limits.${name}`)
  }
})

it('neither small limits, nor trust in memory, nor opening it again changes what is written', async () => {
  await fc.assert(
    fc.asyncProperty(ticks, limits, fc.boolean(), async (told, small, reopen) => {
      const plain = await story(told, {})
      expect(await story(told, { limits: small, reopen })).toEqual(plain)
      expect(await story(told, { exclusive: true, limits: small })).toEqual(plain)
    }),
    { numRuns: 60 },
  )
})
