import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The path of a file in a new folder, which is deleted when the test has ended. */
export const scratchFile = (name = 'ledger.db'): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-sqlite-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}
