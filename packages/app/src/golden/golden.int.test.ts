import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { promised } from '@zhiyuan/runtime'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'
import { openSqlite, openSqliteVault } from '@zhiyuan/store-sqlite'
import { replay } from '../index.ts'
import { expectedAt, knownAt, type Known } from './expected.ts'
import { figuresAt, instantOf } from './figures.ts'
import { open, type Stores } from './runner.ts'
import { tell } from './tell.ts'

const columns = Object.keys(knownAt) as ReadonlyArray<Known>
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiyuan-golden-'))
})
afterAll(() => rm(folder, { recursive: true }))

const sqlite = async (): Promise<Stores> => ({
  ...(await promised(openSqlite({ file: join(folder, 'ledger.db') }))),
  vault: await promised(openSqliteVault({ file: join(folder, 'vault.db') })),
})
const memory = (): Stores => ({
  events: memoryEventStore(),
  projections: memoryProjectionStore(),
  vault: memoryVault(),
})

describe('the golden story on SQLite', () => {
  it('comes out as in memory, survives the file being closed, and is folded anew to the same rows', async () => {
    const inMemory = await tell(memory())
    const onFile = await tell(await sqlite())
    expect(onFile.rows).toEqual(inMemory.rows)
    expect(onFile.live).toEqual(inMemory.live)
    expect(onFile.digests).toEqual(inMemory.digests)
    await onFile.ledger.close()

    const { ledger, ports } = open(await sqlite(), instantOf('K3'))
    for (const at of columns) expect(await figuresAt(ledger, at)).toEqual(expectedAt(at))
    expect(await ledger.digest()).toEqual(inMemory.digests)
    const anew = { ...ports, projections: memoryProjectionStore() }
    expect(await replay({ ports: anew, log: 'golden' })).toEqual(inMemory.digests)
    await ledger.close()
  }, 60_000)
})
