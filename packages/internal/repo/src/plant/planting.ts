import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Replaces one place of a file of a copy. A place that is not there exactly once throws: nothing would be planted. */
export const replaceOnce = (folder: string, path: string, was: string, is: string): void => {
  const file = join(folder, path)
  const text = readFileSync(file, 'utf8')
  if (text.split(was).length !== 2) throw new Error(`${path} has not exactly one ${was}`)
  writeFileSync(
    file,
    text.replace(was, () => is),
  )
}
