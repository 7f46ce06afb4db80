import { unwrap } from '@zhiyuan/runtime'
import type { Place } from '@zhiyuan/testing'
import { openSqlite, openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'

/** Two files that nobody else knows. */
export const newPlace = (): Promise<Place> => {
  const [file, vaultFile] = [scratchFile(), scratchFile('vault.db')]
  return Promise.resolve(async () => ({
    ...(await unwrap(openSqlite({ file, create: true }))),
    vault: await unwrap(openSqliteVault({ file: vaultFile, create: true })),
  }))
}
