/** Tests the oracle on random histories of a fixed seed. */
import assert from 'node:assert/strict'
import { it } from 'vitest'
import {
  apply,
  countedRecords,
  countMinutes,
  empty,
  expected,
  findFaults,
  giveWayTo,
  hold,
  isLive,
  recheck,
  recordName,
  settle,
  type Ref,
  type ServiceRecord,
  type State,
  type Step,
} from './one-human.oracle.fixture.ts'
import { submit, verify, clear, end, merge, seen } from './one-human.steps.fixture.ts'

// ---- Random histories

/** A small random generator (Park and Miller), so that every run is the same. */
const dice = (seed: number): ((below: number) => number) => {
  let now = seed
  return (below) => {
    now = (now * 48271) % 2147483647
    return now % below
  }
}
const randomStep = (roll: (below: number) => number, state: State, at: number): Step => {
  const registration = (): string => `r${roll(5)}`
  const any = (): Ref =>
    state.records.length === 0
      ? 'r0/none'
      : recordName(state.records[roll(state.records.length)] ?? { registration: 'r0', id: 'none' })
  const start = roll(40)
  const kind = roll(20)
  // Two records may have the same recording time, and one recorded earlier may arrive later.
  if (kind < 7) return submit(`${registration()}/${at}`, start, start + 1 + roll(12), Math.max(0, at - roll(3)))
  if (kind < 13) return verify(any())
  if (kind < 16) {
    const held = state.records.filter((r) => r.held.length > 0)
    return clear(held.length === 0 ? any() : recordName(held[roll(held.length)] ?? { registration: 'r0', id: 'none' }))
  }
  return kind < 18 ? end(any()) : merge(registration(), registration())
}

/** Counts minutes in another way than the oracle: how often each minute of a human is in a counting record. */
const timesCounted = (state: State, records: ReadonlyArray<ServiceRecord>): ReadonlyMap<string, number> => {
  const human = new Map(state.registrations.map((r) => [r.id, r.human]))
  const times = new Map<string, number>()
  for (const r of records)
    for (let minute = r.start; minute < r.end; minute += 1) {
      const key = `${human.get(r.registration)} at ${minute}`
      times.set(key, (times.get(key) ?? 0) + 1)
    }
  return times
}
const total = (minutes: ReadonlyMap<string, number>): number => [...minutes.values()].reduce((sum, n) => sum + n, 0)
const counting = (state: State): ReadonlyArray<ServiceRecord> => state.records.filter((r) => r.status === 'counting')
const shuffled = <A>(roll: (below: number) => number, list: ReadonlyArray<A>): ReadonlyArray<A> =>
  list
    .map((item) => ({ item, key: roll(1_000_003) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)

const noted = { histories: 0, steps: 0, holds: 0, chains: 0, mutants: 0, twice: 0 }

/** Holds for every state, also between rests: the minutes that the oracle counts occur once and are minutes of counting records. */
const neverTwice = (state: State): void => {
  const counted = [...countedRecords(state).values()].flat()
  const times = timesCounted(state, counted)
  assert.ok(
    [...times.values()].every((n) => n === 1),
    'no minute is counted twice',
  )
  assert.equal(times.size, total(countMinutes(state)))
  const all = timesCounted(state, counting(state))
  if ([...all.values()].some((n) => n > 1)) noted.twice += 1
  assert.ok(
    times.size <= all.size && times.size > 0 === all.size > 0,
    'the first recorded of all that count always counts',
  )
}

/** Holds for every state at rest. */
const atRest = (roll: (below: number) => number, state: State): void => {
  assert.deepEqual(findFaults(state), [])
  assert.equal(settle(state), state, 'at rest a recheck finds nothing')
  assert.ok(
    [...timesCounted(state, counting(state)).values()].every((n) => n === 1),
    'H5',
  )
  assert.equal(
    total(countMinutes(state)),
    timesCounted(state, counting(state)).size,
    'at rest all that counts is counted',
  )
  assert.ok(state.records.every((r) => r.status !== 'suspended' || r.held.length > 0))
  const other: State = {
    registrations: shuffled(roll, state.registrations),
    records: shuffled(roll, state.records),
    ruled: state.ruled.map(([a, b]) => [b, a]),
  }
  assert.deepEqual(findFaults(other), [])
  assert.deepEqual(
    new Map([...countMinutes(other)].sort()),
    new Map([...countMinutes(state)].sort()),
    'the order of lists changes nothing',
  )
}

/** Rechecks in any order, as streams do: it comes to rest, and no hold takes a minute that had counted. */
const settleInAnyOrder = (roll: (below: number) => number, state: State): State => {
  let now = state
  for (let left = state.records.length + 1; left > 0; left -= 1) {
    const wanted = shuffled(roll, now.records)
      .map((r) => ({ ref: recordName(r), named: giveWayTo(now, r) }))
      .find(({ named }) => named.length > 0)
    if (wanted === undefined) return now
    const before = countMinutes(now)
    now = hold(now, wanted.ref, wanted.named)
    noted.holds += 1
    neverTwice(now)
    for (const [human, minutes] of countMinutes(now))
      assert.ok(minutes >= (before.get(human) ?? 0), 'a hold takes no minute that counted')
  }
  assert.fail('does not come to rest')
}

/** A fault that is planted in one place of a state is found. */
const spoilt = (state: State): void => {
  for (const r of state.records.filter((one) => isLive(one) && one.held.length > 0)) {
    const spoil = (to: Partial<ServiceRecord>): State => ({
      ...state,
      records: state.records.map((one) => (one === r ? { ...r, ...to } : one)),
    })
    noted.mutants += 3
    assert.notDeepEqual(findFaults(spoil({ status: 'counting' })), [])
    const counts = spoil({ status: 'counting', held: [] })
    if ([...timesCounted(counts, counting(counts)).values()].some((n) => n > 1))
      assert.ok(findFaults(counts).some((fault) => fault.startsWith('both count')))
    // A suspended record without its hold is a fault. A waiting record without it is one exactly where its pair is unsettled.
    const free = spoil({ held: [] })
    assert.equal(findFaults(free).length > 0, r.status === 'suspended' || settle(free) !== free)
  }
}

it('H5, G2: random histories come to rest and count no minute twice, and a planted fault is found', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const roll = dice(seed * 7919)
    const steps: Step[] = []
    let rest: State = empty // rechecked after each step
    let lazy: State = empty // rechecked rarely: verifies before an overlap is held
    for (let at = 0; at < 40; at += 1) {
      const step = randomStep(roll, roll(2) === 0 ? rest : lazy, at)
      steps.push(step)
      rest = settle(apply(rest, step))
      atRest(roll, rest)
      lazy = apply(lazy, step)
      neverTwice(lazy)
      if (roll(6) === 0) lazy = recheck(lazy, 1 + roll(3))
      neverTwice(lazy)
      noted.steps += 1
    }
    const strongestFirst = settle(lazy)
    const anyOrder = settleInAnyOrder(roll, lazy)
    if (seen(strongestFirst).join() !== seen(anyOrder).join()) noted.chains += 1
    for (const state of [strongestFirst, anyOrder]) atRest(roll, state)
    for (const state of [rest, anyOrder]) spoilt(state)
    assert.deepEqual(expected(steps).state, rest)
    noted.histories += 1
  }
  assert.ok(
    Object.values(noted).every((n) => n > 5),
    'the histories reach every case',
  )
})
