import { describe, expect, it } from 'vitest'
import { unwrap } from '@zhiyuan/runtime'
import { child } from './child.fixture.ts'
import { openSqlite, openSqliteVault } from './index.ts'
import { meta, openTally, sums } from './ledger.fixture.ts'
import { scratchFile } from './scratch.fixture.ts'

const openTallyFile = async (file: string) => {
  const stores = await unwrap(openSqlite({ file, create: true }))
  const vault = await unwrap(openSqliteVault({ file: `${file}.vault`, create: true }))
  const close = async (): Promise<void> => {
    for (const port of [stores.events, stores.projections, vault]) await port.close()
  }
  const amounts = async () => {
    const { events } = await unwrap(stores.events.readAll(null, 100))
    return events.map(({ event }) => (JSON.parse(event.data) as { amount: number }).amount)
  }
  return { ledger: openTally({ ...stores, vault }, 'reopened'), amounts, close }
}

describe('a ledger over SQLite', () => {
  it('that is killed between command and checkpoint has one effect of each', async () => {
    const file = scratchFile()
    expect(await child(new URL('./settler.fixture.ts', import.meta.url), [file]).ended).toBe('SIGKILL')
    const { ledger, amounts, close } = await openTallyFile(file)
    expect(await amounts()).toEqual([3, 4, 3, 1, 1])
    expect(await unwrap(ledger.row(sums, 'a'))).toBeNull()
    expect(await unwrap(ledger.settle())).toMatchObject({ commands: 2, noOps: 2, refused: {}, stopped: [] })
    expect(await amounts()).toEqual([3, 4, 3, 1, 1])
    expect(await unwrap(ledger.row(sums, 'a'))).toMatchObject({ row: 12 })
    await close()
  }, 60_000)

  it('that was closed goes on where it was: nothing is done twice, and new commands are', async () => {
    const file = scratchFile()
    const first = await openTallyFile(file)
    await unwrap(first.ledger.execute({ type: 'Add', name: 'a', amount: 3 }, meta))
    await unwrap(first.ledger.settle())
    await first.close()
    const second = await openTallyFile(file)
    expect(await unwrap(second.ledger.settle())).toMatchObject({ events: 0, commands: 0 })
    await unwrap(second.ledger.execute({ type: 'Add', name: 'a', amount: 3 }, { ...meta, commandId: 'next' }))
    expect(await unwrap(second.ledger.settle())).toMatchObject({ events: 2, commands: 1 })
    expect(await second.amounts()).toEqual([3, 1, 3, 1])
    await second.close()
  })
})
