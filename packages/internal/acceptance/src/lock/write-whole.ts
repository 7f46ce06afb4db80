import { renameSync, writeFileSync } from 'node:fs'

/** Writes a text file whole or not at all: an interrupted run leaves the earlier file. */
export const writeWhole = (file: string, text: string): void => {
  const beside = `${file}.new`
  writeFileSync(beside, text)
  renameSync(beside, file)
}
