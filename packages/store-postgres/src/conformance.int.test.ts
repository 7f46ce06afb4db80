import { unwrap } from '@zhiyuan/runtime'
import { storeConformance } from '@zhiyuan/testing/conformance'
import { openPostgres, openPostgresVault } from './index.ts'
import { serverForTests } from './server.fixture.ts'

const server = serverForTests()

storeConformance('in PostgreSQL', {
  ledger: async () => unwrap(openPostgres(await server.ledger())),
  vault: async () => unwrap(openPostgresVault(await server.vault())),
})
