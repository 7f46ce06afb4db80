import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of its own for a measure. */
export const scratch = (): { readonly file: (name: string) => string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-bench-'))
  return { file: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A rate per second. */
export const measureRate = async (count: number, work: () => unknown): Promise<number> => {
  const begun = performance.now()
  await work()
  return (count * 1000) / (performance.now() - begun)
}
