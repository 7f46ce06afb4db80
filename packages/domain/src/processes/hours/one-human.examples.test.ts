/** Proves the oracle on examples worked by hand. */
import assert from 'node:assert/strict'
import { it } from 'vitest'
import {
  countMinutes,
  expected,
  findFaults,
  listPairs,
  recheck,
  settle,
  type ServiceRecord,
  type State,
  type Step,
} from './one-human.oracle.fixture.ts'
import { submit, verify, clear, end, merge, unlooked, seen, record, makeState } from './one-human.steps.fixture.ts'

const shows = (
  steps: ReadonlyArray<Step>,
  lines: ReadonlyArray<string>,
  minutes: Readonly<Record<string, number>>,
): void => {
  const { state, unsettled, minutes: counted } = expected(steps)
  assert.deepEqual(seen(state), lines)
  assert.deepEqual(Object.fromEntries(counted), minutes)
  assert.deepEqual(unsettled, [])
  assert.deepEqual(findFaults(state), [])
}

// ---- Worked by hand: histories

it('H5: a record that begins when another ends does not overlap it; one that begins a minute earlier does', () => {
  shows(
    [submit('a/1', 0, 60, 1), submit('a/2', 60, 90, 2), verify('a/1'), verify('a/2')],
    ['a/1 counting', 'a/2 counting'],
    { a: 90 },
  )
  shows(
    [submit('a/1', 0, 60, 1), submit('a/2', 59, 90, 2), verify('a/1'), verify('a/2')],
    ['a/1 counting', 'a/2 waiting by a/1'],
    { a: 60 },
  )
})
it('H5: of two waiting records the one recorded first stays, no matter which begins first', () => {
  shows([submit('a/1', 50, 90, 1), submit('a/2', 0, 60, 2)], ['a/1 waiting', 'a/2 waiting by a/1'], { a: 0 })
})
it('H5: a counting record stays, also where the other was recorded first', () => {
  shows(
    [submit('a/1', 0, 60, 1), submit('b/1', 30, 90, 2), verify('b/1'), merge('a', 'b')],
    ['a/1 waiting by b/1', 'b/1 counting'],
    { a: 60 },
  )
})
it('G2: of two counting records whose registrations are merged, the later recorded is suspended', () => {
  const steps = [submit('a/1', 0, 60, 2), submit('b/1', 30, 60, 1), verify('a/1'), verify('b/1')]
  shows(steps, ['a/1 counting', 'b/1 counting'], { a: 60, b: 30 })
  shows([...steps, merge('a', 'b')], ['a/1 suspended by b/1', 'b/1 counting'], { a: 30 })
})
it('H5: for two records of one recording time the registration decides, then the record id', () => {
  shows([submit('b/1', 0, 60, 1), submit('a/9', 0, 60, 1), merge('b', 'a')], ['b/1 waiting by a/9', 'a/9 waiting'], {
    b: 0,
  })
  shows([submit('a/2', 0, 60, 1), submit('a/1', 0, 60, 1)].reverse(), ['a/1 waiting', 'a/2 waiting by a/1'], { a: 0 })
  assert.deepEqual(seen(settle(unlooked(submit('a/2', 0, 60, 1), submit('a/1', 0, 60, 1)))), [
    'a/2 waiting by a/1',
    'a/1 waiting',
  ])
})
it('Changed rule: while a record is held its other overlaps wait with it', () => {
  shows(
    [submit('a/1', 0, 60, 1), submit('a/2', 30, 120, 2), submit('a/3', 90, 150, 3)],
    ['a/1 waiting', 'a/2 waiting by a/1', 'a/3 waiting'],
    { a: 0 },
  )
})
it('Changed rule: clearing has the record rechecked, so a new hold may follow for an overlap that the cleared one did not name', () => {
  const steps = [submit('a/1', 0, 60, 1), submit('a/2', 30, 120, 2), submit('a/3', 90, 150, 3), clear('a/2')]
  shows(steps, ['a/1 waiting', 'a/2 waiting', 'a/3 waiting by a/2'], { a: 0 })
  // While a/2 was held, a/3 began to count: now a/2 is held again.
  shows([...steps.slice(0, 3), verify('a/3'), clear('a/2')], ['a/1 waiting', 'a/2 waiting by a/3', 'a/3 counting'], {
    a: 60,
  })
})
it('a person who clears the hold rules on the pair: both wait and neither is held again', () => {
  const steps = [submit('a/1', 0, 60, 1), submit('a/2', 30, 90, 2), clear('a/2')]
  shows(steps, ['a/1 waiting', 'a/2 waiting'], { a: 0 })
  shows([...steps, verify('a/2')], ['a/1 waiting', 'a/2 counting'], { a: 60 })
})
it('H5: a ruling lets no minute count twice: when both are verified the later recorded is suspended', () => {
  const steps = [submit('a/1', 0, 60, 1), submit('a/2', 30, 90, 2), clear('a/2'), verify('a/2'), verify('a/1')]
  shows(steps, ['a/1 counting', 'a/2 suspended by a/1'], { a: 60 })
  shows([...steps, clear('a/2')], ['a/1 counting', 'a/2 suspended by a/1'], { a: 60 })
})
it('a suspended record counts again when its hold is cleared after the other was voided', () => {
  const steps = [
    submit('a/1', 0, 60, 1),
    submit('b/1', 30, 120, 2),
    verify('a/1'),
    verify('b/1'),
    merge('a', 'b'),
    end('a/1'),
  ]
  shows(steps, ['a/1 voided', 'b/1 suspended by a/1'], { a: 0 })
  shows([...steps, clear('b/1')], ['a/1 voided', 'b/1 counting'], { a: 90 })
})
it('a voided or rejected record frees its interval', () => {
  shows(
    [submit('a/1', 0, 60, 1), end('a/1'), submit('a/2', 0, 60, 2), verify('a/2')],
    ['a/1 rejected', 'a/2 counting'],
    { a: 60 },
  )
})
it('a held record cannot be verified', () => {
  shows([submit('a/1', 0, 60, 1), submit('a/2', 0, 60, 2), verify('a/2')], ['a/1 waiting', 'a/2 waiting by a/1'], {
    a: 0,
  })
})
it('one hold names every stronger record', () => {
  shows(
    [submit('a/1', 0, 60, 1), submit('a/2', 60, 120, 2), submit('a/3', 30, 90, 3), clear('a/3')],
    ['a/1 waiting', 'a/2 waiting', 'a/3 waiting'],
    { a: 0 },
  )
  assert.deepEqual(
    expected([submit('a/1', 0, 60, 1), submit('a/2', 60, 120, 2), submit('a/3', 30, 90, 3)]).state.records[2]?.held,
    ['a/1', 'a/2'],
  )
})
it('G2: different humans may serve at the same time, and a group merges as a whole', () => {
  const steps = [
    submit('a/1', 0, 60, 1),
    submit('b/1', 0, 60, 2),
    submit('c/1', 0, 60, 3),
    verify('a/1'),
    verify('b/1'),
    verify('c/1'),
  ]
  shows(steps, ['a/1 counting', 'b/1 counting', 'c/1 counting'], { a: 60, b: 60, c: 60 })
  shows(
    [...steps, merge('b', 'c'), merge('a', 'c')],
    ['a/1 counting', 'b/1 suspended by a/1', 'c/1 suspended by b/1'],
    { a: 60 },
  )
})
it('G2: a human has at most 200 registrations', () => {
  const one = Array.from({ length: 199 }, (_, n) => merge('r', `r${n}`))
  assert.equal(new Set(unlooked(...one).registrations.map((r) => r.human)).size, 1)
  const more = unlooked(...one, merge('r', 'late'), merge('late', 'r5'))
  assert.deepEqual(new Set(more.registrations.map((r) => r.human)), new Set(['r']))
  const forced = { ...more, registrations: [...more.registrations, { id: 'late', human: 'r' }] }
  assert.deepEqual(findFaults(forced), ['too many registrations: r has 201 (G2)'])
})
it('a pair names the record that may count: the stronger, the one that is not held, or none', () => {
  const pairs = (records: ReadonlyArray<ServiceRecord>): ReadonlyArray<unknown> =>
    listPairs(makeState(records)).map((p) => [p.stronger, p.mayCount, p.verdict])
  assert.deepEqual(pairs([record('a/1', 0, 9, 1, 'waiting'), record('b/1', 0, 9, 2, 'counting')]), [
    ['b/1', 'b/1', 'unsettled'],
  ])
  assert.deepEqual(pairs([record('a/1', 0, 9, 1, 'waiting', ['z/1']), record('b/1', 0, 9, 2, 'waiting')]), [
    ['a/1', 'b/1', 'settled'],
  ])
  assert.deepEqual(pairs([record('a/1', 0, 9, 1, 'suspended', ['z/1']), record('b/1', 0, 9, 2, 'waiting', ['a/1'])]), [
    ['a/1', undefined, 'settled'],
  ])
  assert.deepEqual(pairs([record('a/1', 0, 9, 1, 'counting'), record('b/1', 0, 9, 2, 'counting')]), [
    ['a/1', 'a/1', 'both count'],
  ])
})

// ---- Worked by hand: minutes in the middle of a recheck

it('before any record is held, the weaker of two counting records does not count at all', () => {
  const state = makeState([
    record('a/1', 0, 60, 1, 'counting'),
    record('b/1', 50, 120, 2, 'counting'),
    record('z/1', 0, 30, 3, 'counting'),
  ])
  assert.deepEqual(Object.fromEntries(countMinutes(state)), { a: 60, z: 30 })
  assert.deepEqual(findFaults(state), ['both count: a/1, b/1 (H5)'])
})
it('in a chain of three counting records each pair is judged separately, and a hold on the middle one lets the last one count', () => {
  const state = makeState([
    record('a/1', 0, 60, 1, 'counting'),
    record('b/1', 30, 120, 2, 'counting'),
    record('a/2', 90, 150, 3, 'counting'),
  ])
  assert.equal(countMinutes(state).get('a'), 60)
  assert.equal(countMinutes(recheck(state, 1)).get('a'), 120)
  assert.deepEqual(findFaults(recheck(state, 1)), [])
})
it('a waiting record takes no minute from a counting one, and a ruling adds none', () => {
  assert.equal(
    countMinutes(makeState([record('a/1', 0, 60, 1, 'waiting'), record('b/1', 30, 90, 2, 'counting')])).get('a'),
    60,
  )
  const ruled = makeState([record('a/1', 0, 60, 1, 'counting'), record('b/1', 30, 90, 2, 'counting')], [['b/1', 'a/1']])
  assert.equal(countMinutes(ruled).get('a'), 60)
  assert.deepEqual(findFaults(ruled), ['both count: a/1, b/1 (H5)'])
})
it('a recheck is bounded: 201 holds take two decisions', () => {
  const many = makeState(Array.from({ length: 202 }, (_, n) => record(`a/${n}`, 0, 60, n, 'counting')))
  const held = (state: State): number => state.records.filter((r) => r.held.length > 0).length
  assert.deepEqual(
    [held(many), held(recheck(many)), held(recheck(recheck(many))), countMinutes(recheck(many)).get('a')],
    [0, 200, 201, 60],
  )
})

// ---- Worked by hand: faults

it('finds each fault', () => {
  const faults = (...records: ReadonlyArray<ServiceRecord>): ReadonlyArray<string> => findFaults(makeState(records))
  const first = record('a/1', 0, 60, 1, 'counting')
  assert.deepEqual(faults(first, record('b/1', 30, 90, 2, 'waiting')), ['unsettled: a/1, b/1 (H5)'])
  assert.deepEqual(faults(first, record('b/1', 30, 90, 2, 'suspended')), [
    'suspended without a hold: b/1',
    'unsettled: a/1, b/1 (H5)',
  ])
  assert.deepEqual(faults(record('b/1', 30, 90, 2, 'counting', ['a/1']), record('a/1', 0, 60, 1, 'rejected')), [
    'counts while held: b/1 (a hold on a counting record suspends it)',
  ])
  assert.deepEqual(faults(record('a/1', 0, 60, 1, 'suspended', ['b/1']), record('b/1', 30, 90, 2, 'counting')), [
    'the stronger gave way: a/1 to b/1 (H5)',
  ])
  assert.deepEqual(faults(record('a/1', 0, 60, 2, 'suspended', ['b/1']), record('b/1', 30, 90, 1, 'waiting')), [
    'the stronger gave way: a/1 to b/1 (H5)',
  ])
  assert.deepEqual(faults(record('a/1', 0, 60, 1, 'waiting', ['b/1']), record('b/1', 30, 90, 2, 'waiting')), [
    'the stronger gave way: a/1 to b/1 (H5)',
  ])
  assert.deepEqual(faults(record('a/1', 0, 60, 1, 'waiting', ['b/1']), record('b/1', 30, 90, 2, 'voided')), [])
  assert.deepEqual(faults(first, record('b/1', 60, 90, 2, 'waiting', ['a/1'])), [
    'hold names no overlap: b/1 names a/1 (H5)',
  ])
  assert.deepEqual(faults(first, record('z/1', 0, 60, 2, 'waiting', ['a/1'])), [
    'hold names no overlap: z/1 names a/1 (H5)',
  ])
  assert.deepEqual(faults(record('y/1', 0, 60, 1, 'waiting')), ['record without a registration: y/1'])
  assert.deepEqual(faults(record('a/1', 60, 60, 1, 'waiting')), ['no interval of whole minutes: a/1'])
  assert.deepEqual(faults(first, first), ['a record is listed twice (H11)'])
})
