import type * as fc from 'fast-check'
import { fail } from './assert.ts'

/** What broke, in one line: the rest of a message is a difference, which the cause shows. */
const nameCause = (cause: unknown): string => {
  const message = cause instanceof Error ? cause.message : String(cause)
  const [first = '', second = ''] = message.split('\n').filter((line) => line.trim() !== '')
  return first.endsWith(':') ? `${first} ${second.trim()}` : first
}

/** Of what fast-check reports, what a message says. */
export type Failed = Pick<fc.RunDetails<unknown>, 'numRuns' | 'numShrinks' | 'seed' | 'errorInstance'>

/** Fails with the shortest history that was found, told as a story; the error of its last step is the cause. */
export const failWithStory = (
  what: string,
  { numRuns, numShrinks, seed, errorInstance: cause }: Failed,
  tell: (broken: string) => string,
): never => {
  const head = `${what}: run ${numRuns}, seed ${seed}, shrunk ${numShrinks} times`
  return fail(`${head}\n${tell(nameCause(cause))}`, cause)
}
