import { describe, expect, it } from 'vitest'
import { promised } from '@zhiyuan/runtime'
import { child } from './child.toy.ts'
import { openSqlite, openSqliteVault } from './index.ts'
import { meta, openTally, sums } from './ledger.toy.ts'
import { scratchFile } from './scratch.toy.ts'

const opened = async (file: string) => {
  const stores = await promised(openSqlite({ file, create: true }))
  const vault = await promised(openSqliteVault({ file: `${file}.vault`, create: true }))
  const close = async (): Promise<void> => {
    for (const port of [stores.events, stores.projections, vault]) await port.close()
  }
  const amounts = async () => {
    const { events } = await promised(stores.events.readAll(null, 100))
    return events.map(({ event }) => (JSON.parse(event.data) as { amount: number }).amount)
  }
  return { ledger: openTally({ ...stores, vault }, 'reopened'), amounts, close }
}

describe('a ledger over SQLite', () => {
  it('that is killed between command and checkpoint has one effect of each', async () => {
    const file = scratchFile()
    expect(await child(new URL('./settler.toy.ts', import.meta.url), [file]).ended).toBe('SIGKILL')
    const { ledger, amounts, close } = await opened(file)
    expect(await amounts()).toEqual([3, 4, 3, 1, 1])
    expect(await promised(ledger.row(sums, 'a'))).toBeNull()
    expect(await promised(ledger.settle())).toMatchObject({ commands: 2, silent: 2, refused: {}, stopped: [] })
    expect(await amounts()).toEqual([3, 4, 3, 1, 1])
    expect(await promised(ledger.row(sums, 'a'))).toMatchObject({ row: 12 })
    await close()
  }, 60_000)

  it('that was closed goes on where it was: nothing is done twice, and new commands are', async () => {
    const file = scratchFile()
    const first = await opened(file)
    await promised(first.ledger.execute({ type: 'Add', name: 'a', amount: 3 }, meta))
    await promised(first.ledger.settle())
    await first.close()
    const second = await opened(file)
    expect(await promised(second.ledger.settle())).toMatchObject({ events: 0, commands: 0 })
    await promised(second.ledger.execute({ type: 'Add', name: 'a', amount: 3 }, { ...meta, commandId: 'next' }))
    expect(await promised(second.ledger.settle())).toMatchObject({ events: 2, commands: 1 })
    expect(await second.amounts()).toEqual([3, 1, 3, 1])
    await second.close()
  })
})
