import { readFileSync } from 'node:fs'
import { typescriptSources } from '../sources.ts'

const name = /`([A-Za-z][\w-]*)`/g

/** The names of the code that one column of a page's tables has. */
export const listNames = (page: string, column: number): ReadonlyArray<string> =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(1, -1).split('|')[column] ?? '')
    .flatMap((cell) => [...cell.matchAll(name)].map(([, found = '']) => found))

/** Every word that the sources have. */
export const readSourceWords = (): ReadonlySet<string> =>
  new Set(typescriptSources().flatMap((file) => readFileSync(file, 'utf8').match(/[A-Za-z][\w-]*/g) ?? []))
