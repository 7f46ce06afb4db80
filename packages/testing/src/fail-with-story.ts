import type * as fc from 'fast-check'
import { fail } from './assert.ts'
import { isChinese, type Telling } from './story.ts'

const tellValue = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)

/** What broke, in one line: of a difference what differs, and the rest of a message is in the cause. */
const nameCause = (cause: unknown): string => {
  const message = cause instanceof Error ? cause.message : tellValue(cause)
  const [first = '', ...others] = message.split('\n').filter((line) => line.trim() !== '')
  if (!first.endsWith(':')) return first
  const differing = others.filter((line) => /^[+-] (?!actual|expected)/.test(line)).slice(0, 4)
  return `${first} ${(differing.length > 0 ? differing : others.slice(0, 1)).map((line) => line.trim()).join(' ')}`
}

/** Of what fast-check reports, what a message says. */
export type Failed = Pick<fc.RunDetails<unknown>, 'numRuns' | 'numShrinks' | 'seed' | 'errorInstance'>

/** What failed, in both languages. */
export interface Headline {
  readonly en: string
  readonly zh: string
}

/** Fails with the shortest history that was found, told as a story; the error of its last step is the cause. */
export const failWithStory = (
  what: Headline,
  { numRuns, numShrinks, seed, errorInstance: cause }: Failed,
  telling: Telling,
  tell: (broken: string) => string,
): never => {
  const head = isChinese(telling)
    ? `${what.zh}：第 ${numRuns} 次，种子 seed ${seed}，缩短 ${numShrinks} 次`
    : `${what.en}: run ${numRuns}, seed ${seed}, shrunk ${numShrinks} times`
  return fail(`${head}\n${tell(nameCause(cause))}`, cause)
}
