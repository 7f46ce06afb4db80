import { expect, it } from 'vitest'
import { findAmong, later, may, serve, times, type Served } from './county.fixture.ts'
import { recorderApprover } from './recorder-approver.ts'

/** The n-th record of May that k1 entered, of which the second look ends at 16:00 of the next day. */
const entered = (index: number, waits: number, more: Partial<Served> = {}) => {
  const lookUntil = may((index % 28) + 2, '16:00')
  return serve({
    id: `S${index}`,
    volunteer: `v${index}`,
    start: may((index % 28) + 1),
    minutes: 120,
    grade: 'manual',
    recorder: 'k1',
    lookUntil,
    verified: { by: 'q1', at: later(lookUntil, waits) },
    ...more,
  })
}
/** What k2 enters in the same unit. */
const ofAnother = (index: number, approver: string) => {
  const verified = { by: approver, at: may(30) }
  return entered(index, 0, { id: `T${index}`, volunteer: `w${index}`, recorder: 'k2', verified })
}

it('finds the approver who lets through all of one recorder within seconds after the second look', () => {
  const [found, ...others] = findAmong(recorderApprover, ...times(12, (index) => entered(index, 20 + index)))
  expect(others).toEqual([])
  expect(found).toMatchObject({
    persons: ['k1', 'q1'],
    units: ['131081104201'],
    months: [{ month: '2020-05', minutes: 1440, cases: 12 }],
    signs: { share: 1, atOnce: 1 },
  })
})

it('finds the approver to whom one recorder goes alone, while the papers of others are spread', () => {
  const own = times(12, (index) => entered(index, 7200))
  const others = times(12, (index) => ofAnother(index, `q${index % 3}`))
  expect(findAmong(recorderApprover, ...own, ...others)).toMatchObject([
    { persons: ['k1', 'q1'], signs: { share: 1, atOnce: 0, usual: 1 / 3 } },
  ])
})

it('does not find a sole clerk and a sole approver who rules once a day', () => {
  expect(findAmong(recorderApprover, ...times(25, (index) => entered(index, 3600 * (9 + (index % 3)))))).toEqual([])
})

it('does not find a fixed division of work, nor the one approver whom all recorders have', () => {
  const own = times(12, (index) => entered(index, 7200))
  expect(findAmong(recorderApprover, ...own, ...times(12, (index) => ofAnother(index, 'q2')))).toEqual([])
  expect(findAmong(recorderApprover, ...own, ...times(12, (index) => ofAnother(index, 'q1')))).toEqual([])
})

it('takes the lines of one sheet for one paper', () => {
  const line = (index: number) => {
    const recordId = `p.sheet-1.1.${index + 1}`
    return entered(0, 20, { id: `S${index}`, volunteer: `v${index}`, recordId })
  }
  expect(findAmong(recorderApprover, ...times(50, line))).toEqual([])
})
