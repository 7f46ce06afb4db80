import { expect, it } from 'vitest'
import { findAmong, may, serve, times } from './county.fixture.ts'
import { neverReturned } from './never-returned.ts'

const entered = (approver: string, index: number, isReturned = false) =>
  serve({
    id: `${approver}-${index}`,
    volunteer: `${approver}-v${index}`,
    start: may((index % 28) + 1),
    minutes: 60,
    grade: 'manual',
    recorder: 'k1',
    returned: isReturned,
    verified: { by: approver, at: may(30) },
  })
/** Forty records of another approver, of which every fifth was returned. */
const usual = times(40, (index) => entered('q2', index, index % 5 === 0))

it('finds the approver of forty records who returned none, where others return every fifth', () => {
  const found = findAmong(neverReturned, ...times(40, (index) => entered('q1', index)), ...usual)
  expect(found).toMatchObject([
    {
      persons: ['q1'],
      months: [{ month: '2020-05', minutes: 2400, cases: 40 }],
      signs: { rulings: 40, othersShare: 8 / 48 },
    },
  ])
})

it('does not find one who returned a single record, or who ruled on few', () => {
  expect(findAmong(neverReturned, ...times(40, (index) => entered('q1', index, index === 7)), ...usual)).toEqual([])
  expect(findAmong(neverReturned, ...times(20, (index) => entered('q1', index)), ...usual)).toEqual([])
})

it('does not find a sole approver, nor any where no one returns', () => {
  expect(findAmong(neverReturned, ...times(90, (index) => entered('q1', index)))).toEqual([])
  const two = [...times(90, (index) => entered('q1', index)), ...times(90, (index) => entered('q2', index))]
  expect(findAmong(neverReturned, ...two)).toEqual([])
})
