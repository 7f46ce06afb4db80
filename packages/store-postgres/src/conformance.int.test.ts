import { promised } from '@zhiyuan/runtime'
import { storeConformance } from '@zhiyuan/testing'
import { openPostgres, openPostgresVault } from './index.ts'
import { serverForTests } from './server.toy.ts'

const server = serverForTests()

storeConformance('in PostgreSQL', {
  events: async () => {
    const { events, projections } = await promised(openPostgres(await server.ledger()))
    await projections.close()
    return events
  },
  projections: async () => {
    const { events, projections } = await promised(openPostgres(await server.ledger()))
    await events.close()
    return projections
  },
  vault: async () => promised(openPostgresVault(await server.vault())),
})
