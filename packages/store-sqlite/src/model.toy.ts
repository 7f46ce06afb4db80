import { promised } from '@zhiyuan/runtime'
import type { Place } from '@zhiyuan/testing'
import { openSqlite, openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.toy.ts'

/** Two files that nobody else knows. */
export const newPlace = (): Promise<Place> => {
  const [file, vaultFile] = [scratchFile(), scratchFile('vault.db')]
  return Promise.resolve(async () => ({
    ...(await promised(openSqlite({ file, create: true }))),
    vault: await promised(openSqliteVault({ file: vaultFile, create: true })),
  }))
}
