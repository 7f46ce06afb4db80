import { readFile } from 'node:fs/promises'
import prettier from 'prettier'
import { filesMatching } from '../sources.ts'
import type { Gate } from './gate.ts'

async function isFormatted(file: string): Promise<boolean> {
  const options = await prettier.resolveConfig(file)
  return prettier.check(await readFile(file, 'utf8'), { ...options, filepath: file })
}

/** Prettier's layout of code and configuration; prose is left to its author. */
export const format: Gate = async () => {
  const files = filesMatching('{packages,examples}/**/*.{ts,mjs,js,json}', '{*,.*}.{ts,js,json,yaml}').filter(
    (file) => file !== 'pnpm-lock.yaml',
  )
  const violations: string[] = []
  for (const file of files) {
    const ok = await isFormatted(file).catch((error: unknown) => String(error).split('\n')[0] ?? '')
    if (ok !== true) violations.push(`${file}: ${ok === false ? 'not formatted; npm run format mends it' : ok}`)
  }
  return { looked: files.length, things: 'files', violations }
}
