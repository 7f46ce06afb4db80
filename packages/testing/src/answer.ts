import { fail } from './assert.ts'

/** A law throws where it does not hold: one that answers `false`, or later, would hold always. */
export const refuseAnswer = (answer: unknown): void => {
  if (answer === false) fail('it answers false: a law throws where it does not hold')
  if (typeof answer === 'object' && answer !== null && 'then' in answer)
    fail('it answers a promise: a law throws at once where it does not hold')
}
