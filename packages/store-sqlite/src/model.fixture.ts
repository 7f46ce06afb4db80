import { unwrap } from '@zhiyuan/runtime'
import type { Place } from '@zhiyuan/testing'
import { openSqlite, openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'

/** Two new files of a run's own. */
export const newPlace = (): Promise<Place> => {
  const file = scratchFile()
  const vaultFile = scratchFile('vault.db')
  return Promise.resolve(async () => ({
    ...(await unwrap(openSqlite({ file, create: true }))),
    vault: await unwrap(openSqliteVault({ file: vaultFile, create: true })),
  }))
}
