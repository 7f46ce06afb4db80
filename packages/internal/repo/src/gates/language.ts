import { readFileSync } from 'node:fs'
import { filesMatching } from '../sources.ts'
import type { Gate } from './gate.ts'

/** So often may a vague pronoun stand in 10,000 lines, and so large a share of functions end in a preposition. */
const limits = { pronouns: 2, prepositions: 0.01 } as const

const shown = 20

const pronoun = /\b(?:who|what|where|which)ever\b|\b(?:some|no|any|every)body\b/gi
const declared =
  /^\s*(?:export )?(?:const (\w+)(?:: [^=]+)? =\s*(?:async )?(?:<[^>]*>\s*)?\(|(?:async )?function\*? (\w+))/gm
const endsInPreposition = /[a-z](?:Of|In|At|By|From|On|Over|For|With|Among|Beside|After|Before)$/
const endsInGerund = /(?<!th)ing$/
const isTest = (file: string): boolean => /\.test\.ts$/.test(file)

/** A source with its path. */
export interface Source {
  readonly file: string
  readonly text: string
}

/** The functions that a source declares by name: constants that are functions, and function declarations. */
export const listFunctions = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(declared)].map(([, constant, named]) => constant ?? named ?? '')

const countLines = (text: string): number => text.split('\n').length - 1

const countUses = (sources: ReadonlyArray<Source>): ReadonlyMap<string, number> => {
  const uses = new Map<string, number>()
  for (const { text } of sources) for (const [word] of text.matchAll(/\w+/g)) uses.set(word, (uses.get(word) ?? 0) + 1)
  return uses
}

interface Named {
  readonly file: string
  readonly name: string
}

/** The names that say least: those that end in a preposition, then those that end in -ing; of each kind the most used first. */
const rankWorst = (functions: ReadonlyArray<Named>, uses: ReadonlyMap<string, number>): ReadonlyArray<string> => {
  const byUse = (ending: RegExp) =>
    functions
      .filter(({ name }) => ending.test(name))
      .sort((a, b) => (uses.get(b.name) ?? 0) - (uses.get(a.name) ?? 0) || (a.name < b.name ? -1 : 1))
  return [...byUse(endsInPreposition), ...byUse(endsInGerund)]
    .slice(0, shown)
    .map(({ file, name }) => `${name} (${uses.get(name) ?? 0} uses): ${file}`)
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** How plain the sources speak: vague pronouns in all of them, names of functions in those that are no tests. */
export const judgeLanguage = (sources: ReadonlyArray<Source>) => {
  const pronouns = sources.flatMap(({ file, text }) => [...text.matchAll(pronoun)].map(([word]) => ({ file, word })))
  const lines = sources.reduce((sum, { text }) => sum + countLines(text), 0)
  const functions = sources
    .filter(({ file }) => !isTest(file))
    .flatMap(({ file, text }) => listFunctions(text).map((name) => ({ file, name })))
  const prepositions = functions.filter(({ name }) => endsInPreposition.test(name))
  const perTenThousand = lines === 0 ? 0 : (10_000 * pronouns.length) / lines
  const share = functions.length === 0 ? 0 : prepositions.length / functions.length
  const many = perTenThousand > limits.pronouns
  return {
    lines,
    summary: `${perTenThousand.toFixed(1)} vague pronouns in 10,000 lines, ${percent(share)} of ${functions.length} functions end in a preposition`,
    worst: rankWorst(functions, countUses(sources)),
    violations: [
      ...(many ? pronouns.map(({ file, word }) => `${file}: ${word}; say who or what it is`) : []),
      ...(share > limits.prepositions
        ? prepositions.map(({ file, name }) => `${file}: ${name} ends in a preposition; give it a verb`)
        : []),
    ],
  }
}

/** Plain English: who is meant is said, and a function's name has a verb or is a noun. */
export const language: Gate = () => {
  const sources = filesMatching('**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const { lines, summary, worst, violations } = judgeLanguage(sources)
  return Promise.resolve({
    looked: lines,
    things: `lines (${summary})`,
    notes: worst.map((name) => `says least: ${name}`),
    violations,
  })
}
