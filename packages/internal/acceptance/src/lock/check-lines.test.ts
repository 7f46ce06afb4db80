/** What a section refuses between its terms is a line of the lock. */
import { describe, expect, it } from 'vitest'
import { Minutes, sections } from '@zhiyuan/domain'
import { checkLines, type CheckedSection } from './check-lines.ts'
import { findings, release } from './lock.fixture.ts'

interface Terms {
  readonly least: number
  readonly most: number
}
const fault = { term: 'least', expected: 'no more than the most' }
const orderedSection = (check: (terms: Terms) => typeof fault | null, more: object = {}): CheckedSection => ({
  name: 'orders',
  fields: { least: Minutes, most: Minutes, ...more },
  absent: { least: 1, most: 60 },
  check,
})
const checkRising = ({ least, most }: Terms) => (least > most ? fault : null)

describe('what a section refuses', () => {
  const lines = checkLines(1, [orderedSection(checkRising)])
  const releases = [release(lines)]

  it('is told by two terms that are not refused alone', () => {
    expect(lines).toMatchObject([
      {
        key: 'answers orders@1 over terms',
        text: expect.stringMatching(/^refuses \d+ \(least: no more than the most\)$/) as unknown,
      },
    ])
    const unlessAlone = orderedSection((terms) => (terms.least === 0 && terms.most === 0 ? fault : null))
    expect(checkLines(1, [unlessAlone])[0]?.text).toBe('refuses 1 (least: no more than the most)')
  })

  it.each<[string, CheckedSection]>([
    ['looser', orderedSection(() => null)],
    ['stricter', orderedSection(({ least, most }) => (least >= most ? fault : null))],
    ['in other words', orderedSection((terms) => (checkRising(terms) === null ? null : { ...fault, term: 'most' }))],
  ])('is red once it is released where it is %s, unless the rule set is the next', (_, changed) => {
    expect(findings(releases, checkLines(1, [changed]))).toEqual([
      'answers orders@1 over terms: changed since it was released (changed answers are the next rule set)',
    ])
    expect(findings(releases, checkLines(2, [changed]))).toEqual([])
  })

  it('stays as it is where a term comes that it does not look at', () => {
    expect(checkLines(1, [orderedSection(checkRising, { third: Minutes })])).toEqual(lines)
  })

  it('of the policy is shown where a section has a check: thresholds, and the order of time', () => {
    const checking = checkLines(1, sections).filter(({ text }) => text !== 'refuses none')
    expect(checking.map(({ key }) => key)).toEqual(['answers local@1 over terms', 'answers stars@1 over terms'])
  })
})
