import { unwrap } from '@zhiyuan/runtime'
import type { Place } from '@zhiyuan/testing'
import { openPostgres, openPostgresVault } from './index.ts'
import type { serverForTests } from './server.fixture.ts'

/** Two schemas that nobody else knows. */
export const makePlaces = (server: ReturnType<typeof serverForTests>) => async (): Promise<Place> => {
  const [ledger, vault] = [await server.ledger(), await server.vault()]
  return async () => ({
    ...(await unwrap(openPostgres(ledger))),
    vault: await unwrap(openPostgresVault(vault)),
  })
}
