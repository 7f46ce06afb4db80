import { unwrap } from '@zhiyuan/runtime'
import type { Place } from '@zhiyuan/testing'
import { openPostgres, openPostgresVault } from './index.ts'
import type { serverForTests } from './server.fixture.ts'

/** Two new schemas of a run's own. */
export const makePlaces = (server: ReturnType<typeof serverForTests>) => async (): Promise<Place> => {
  const ledger = await server.ledger()
  const vault = await server.vault()
  return async () => ({
    ...(await unwrap(openPostgres(ledger))),
    vault: await unwrap(openPostgresVault(vault)),
  })
}
