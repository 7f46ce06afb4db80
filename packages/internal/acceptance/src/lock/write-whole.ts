import { renameSync, writeFileSync } from 'node:fs'

/** Writes a text file whole or not at all: a run that is broken off leaves the file of before. */
export const writeWhole = (file: string, text: string): void => {
  const beside = `${file}.new`
  writeFileSync(beside, text)
  renameSync(beside, file)
}
