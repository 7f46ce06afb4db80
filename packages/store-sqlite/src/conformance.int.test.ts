import { promised } from '@zhiyuan/runtime'
import { storeConformance } from '@zhiyuan/testing'
import { openSqlite, openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.toy.ts'

storeConformance('in a SQLite file', {
  ledger: () => promised(openSqlite({ file: scratchFile(), create: true })),
  vault: () => promised(openSqliteVault({ file: scratchFile(), create: true })),
})
