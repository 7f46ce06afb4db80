import { readFileSync } from 'node:fs'
import { typescriptSources } from '../sources.ts'
import type { Gate } from './gate.ts'

/** Lines that a file of the sources may have: half of the files, nine tenths of them, and each. */
export const limits = { median: 60, p90: 130, longest: 300 } as const

/** Of fewer files a share says little: one package alone may be of a few long ones. */
const enough = 50

const isTestFile = (file: string): boolean => /\.(test|fixture)\.ts$|\/fixtures\//.test(file)

/** The smallest size that so large a share of the files does not exceed. */
const quantile = (sorted: ReadonlyArray<number>, share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0

/** What is too long among files and their numbers of lines, and how long they are. */
export const judgeSizes = (sizes: ReadonlyMap<string, number>) => {
  const sorted = [...sizes.values()].sort((a, b) => a - b)
  const median = quantile(sorted, 0.5)
  const p90 = quantile(sorted, 0.9)
  const longest = quantile(sorted, 1)
  const share = (name: string, lines: number, limit: number): ReadonlyArray<string> =>
    sorted.length >= enough && lines > limit ? [`${name} of the files have more than ${limit} lines: ${lines}`] : []
  const tooLong = [...sizes].filter(([, lines]) => lines > limits.longest)
  return {
    summary: `median ${median}, 90th percentile ${p90}, longest ${longest} lines`,
    violations: [
      ...share('half', median, limits.median),
      ...share('a tenth', p90, limits.p90),
      ...tooLong.map(([file, lines]) => `${file} has ${lines} lines, more than ${limits.longest}`),
    ],
  }
}

const countLines = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length

/** How long the files of the sources are, without those of tests: a folder listing should read as a table of contents. */
export const sizes: Gate = () => {
  const files = typescriptSources().filter((file) => !isTestFile(file))
  const { summary, violations } = judgeSizes(new Map(files.map((file) => [file, countLines(file)])))
  return Promise.resolve({ looked: files.length, things: `files (${summary})`, violations })
}
