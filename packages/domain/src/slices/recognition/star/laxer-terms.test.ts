import { describe, expect, it } from 'vitest'
import { completeTerms } from '../../../policy.ts'
import { bazhou2020, nationalDefaultPolicy, test1 } from '../../../presets/policies.ts'
import type { Policy } from '../../organisation/policy/index.ts'
import { listLaxerTerms } from './laxer-terms.ts'
import { laxer } from './star.fixture.ts'

const alter = (said: Parameters<typeof completeTerms>[0]): Policy => ({
  ...nationalDefaultPolicy,
  sections: completeTerms(said, nationalDefaultPolicy.sections),
})

describe('terms that guard truth', () => {
  it('G5: the presets of a county are not laxer than the defaults; the policy of the tests is', () => {
    expect(listLaxerTerms([nationalDefaultPolicy])).toEqual([])
    expect(listLaxerTerms([bazhou2020])).toEqual([])
    expect(listLaxerTerms([test1])).toEqual(laxer)
  })
  it.each([
    [{ attendance: { told: 16 } }, 'attendance.told'],
    [{ attendance: { confirmsADay: { clerk: 10, unit: null } } }, 'attendance.confirmsADay'],
    [{ attendance: { capture: { days: 4 } } }, 'attendance.capture'],
    [{ records: { fit: null } }, 'records.fit'],
    [{ records: { chain: { gap: 29, most: 4 } } }, 'records.chain'],
    [{ records: { dayHold: null } }, 'records.dayHold'],
    [{ bursts: { people: 21 } }, 'bursts.people'],
    [{ bursts: { pace: null } }, 'bursts.pace'],
    [{ stars: { gate: 349 } }, 'stars.gate'],
    [{ stars: { manualShare: { p: 1, q: 2 } } }, 'stars.manualShare'],
  ] as const)('G5: a laxer term is named: %j', (said, name) => {
    expect(listLaxerTerms([alter(said as never)])).toEqual([name])
  })
  it('G5: a stricter term is not named', () => {
    const strict = { attendance: { told: 5, capture: null }, records: { secondLook: { workingDays: 2 }, fit: 0 } }
    const stricter = alter({ ...strict, stars: { gate: 400, manualShare: { p: 0, q: 1 } } })
    expect(listLaxerTerms([stricter])).toEqual([])
    expect(listLaxerTerms([stricter, nationalDefaultPolicy])).toEqual([])
  })
  it('G5: a term that is laxer in one of several policies is named once, in the order of the sections', () => {
    const late = alter({ bursts: { people: 500 }, attendance: { told: 720 } })
    const unseen = alter({ records: { secondLook: null }, bursts: { people: 400 } })
    const names = ['attendance.told', 'records.secondLook', 'bursts.people']
    expect(listLaxerTerms([nationalDefaultPolicy, unseen, late])).toEqual(names)
    expect(listLaxerTerms([])).toEqual([])
  })
})
