import { unwrap } from '@zhiyuan/runtime'
import { storeConformance } from '@zhiyuan/testing/conformance'
import { openSqlite, openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'

storeConformance('in a SQLite file', {
  ledger: () => unwrap(openSqlite({ file: scratchFile(), create: true })),
  vault: () => unwrap(openSqliteVault({ file: scratchFile(), create: true })),
})
