/** A check has no finding where two honest programs, whose clocks differ, write to one SQLite file. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plusMillis, type Header } from '@zhiyuan/kernel'
import { eventCheck, manualClock, unwrap, seededRandomness } from '@zhiyuan/runtime'
import { memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'
import { openSqlite } from '@zhiyuan/store-sqlite'
import { evening, meta, noon, openFixture } from './ledger.fixture.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiyuan-checked-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A program over the file whose clock is that many seconds ahead. */
const program = async (file: string, ahead: number) => {
  const { events, projections } = await unwrap(openSqlite({ file, create: true }))
  await projections.close()
  const clock = manualClock(plusMillis(noon, ahead * 1000))
  const random = seededRandomness(`ahead ${ahead}`)
  const ports = { events, projections: memoryProjectionStore(), vault: memoryVault(), clock, random }
  return { events, clock, ledger: openFixture(ports) }
}

it('S12: a log that two programs wrote beside each other, with clocks 100 seconds apart, has no finding', async () => {
  const file = join(folder, 'ledger.db')
  const programs = [await program(file, 0), await program(file, 100)]
  const names = ['a', 'b', 'c', 'd']
  const [first] = programs
  await unwrap(first?.ledger.execute({ type: 'Add', name: 'ceiling', amount: 500 }, meta) as never)
  for (const name of names) await unwrap(first?.ledger.execute({ type: 'Open', name, dueAt: evening }, meta) as never)
  for (let round = 0; round < 10; round++) {
    const sent = programs.flatMap(({ ledger }) =>
      names.map((name) => unwrap(ledger.execute({ type: 'Add', name, amount: 1 + (round % 3) }, meta))),
    )
    await Promise.all([...sent, ...programs.map(({ ledger }) => unwrap(ledger.settle()))])
    for (const { clock } of programs) clock.set(plusMillis(clock.now(), 1000))
  }
  const { events } = await unwrap((first as (typeof programs)[number]).events.readAll(null, 1000))
  const headers = events.map(({ event }) => JSON.parse(event.header) as Header)
  expect(headers.filter(({ actor }) => actor.type === 'process').length).toBeGreaterThan(10)
  const check = eventCheck(null)
  expect([...events.flatMap(check.add), ...check.end()]).toEqual([])
  for (const one of programs) await one.events.close()
}, 30_000)
