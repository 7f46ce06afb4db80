import { promised } from '@zhiyuan/runtime'
import { storeConformance } from '@zhiyuan/testing'
import { openPostgres, openPostgresVault } from './index.ts'
import { serverForTests } from './server.toy.ts'

const server = serverForTests()

storeConformance('in PostgreSQL', {
  ledger: async () => promised(openPostgres(await server.ledger())),
  vault: async () => promised(openPostgresVault(await server.vault())),
})
