import { promised } from '@zhiyuan/runtime'
import type { Place } from '@zhiyuan/testing'
import { openPostgres, openPostgresVault } from './index.ts'
import type { serverForTests } from './server.toy.ts'

/** Two schemas that nobody else knows. */
export const placesOn = (server: ReturnType<typeof serverForTests>) => async (): Promise<Place> => {
  const [ledger, vault] = [await server.ledger(), await server.vault()]
  return async () => ({
    ...(await promised(openPostgres(ledger))),
    vault: await promised(openPostgresVault(vault)),
  })
}
