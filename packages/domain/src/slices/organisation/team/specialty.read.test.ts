import { describe, expect, it } from 'vitest'
import { completeTerms } from '../../../policy.ts'
import { test1 } from '../../../presets/policies.ts'
import { fixedSpecialties } from '../../../vocabulary/values.ts'
import { policyFold, type PolicyBook } from '../policy/policy.read.ts'
import { refuseContent, refuseSpecialties } from './specialty.read.ts'

const adopt = (effectiveFrom: string, specialties: ReadonlyArray<string>) => {
  const sections = completeTerms({ teams: { specialties } }, test1.sections)
  return { type: 'PolicyAdopted', ...test1, sections, effectiveFrom, adoptedAt: `${effectiveFrom}T00:00:00.000Z` }
}
/** A local specialty that the policy of March no longer has. */
const book: PolicyBook = [adopt('2020-01-01', ['local-opera']), adopt('2020-03-01', [])].reduce(
  (past, event) => policyFold.evolve(past, event as never),
  policyFold.initial,
)
const ask = (now: string, ...words: ReadonlyArray<string>) =>
  refuseSpecialties(book, { now: `${now}T02:00:00.000Z` } as never, words as never)
const unknown = (specialty: string) => ({ type: 'UnknownSpecialty', specialty })

describe('a specialty', () => {
  it('C05: is one of the eight, or a local one of the policy in force', () => {
    expect(ask('2020-02-01', ...fixedSpecialties, 'local-opera')).toBeNull()
    expect(ask('2020-04-01', 'local-opera')).toEqual(unknown('local-opera'))
    expect(ask('2020-02-01', 'legal', 'leagl')).toEqual(unknown('leagl'))
    expect(
      refuseSpecialties(policyFold.initial, { now: '2020-02-01T00:00:00.000Z' } as never, ['legal' as never]),
    ).toBeNull()
  })
  it('C05, H2: the content of a service that is over is also a local one of an earlier policy', () => {
    expect(refuseContent(book, 'local-opera' as never)).toBeNull()
    expect(refuseContent(book, 'leagl' as never)).toEqual(unknown('leagl'))
  })
})
