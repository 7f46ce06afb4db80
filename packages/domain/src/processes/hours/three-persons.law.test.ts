import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { plusMillis, type Instant, type PersonId, type StreamName, type Typed } from '@zhiyuan/kernel'
import { loopOf, type PlainActor } from '@zhiyuan/testing'
import { people, units } from '../../sample/people.ts'
import { scene, unitEvents, world } from '../../sample/world.ts'
import { counts, record, type RecordState, type ServiceRecord } from '../../slices/hours/record/index.ts'
import { at, backfill, reason } from '../../slices/hours/record/record.sample.ts'
import { findSurvivor, humans, type Humans } from '../../slices/people/humans/index.ts'
import { recheckOverlaps } from './recheck-overlaps.ts'

/** All of them are volunteers, record for V2 and approve there. */
const persons = ['a', 'b', 'c', 'd', 'e'] as const
type Person = (typeof persons)[number]
const approver = (person: Person): PlainActor => ({ type: 'person', person, role: 'approver', unit: units.V2 })
const recorder = (person: Person): PlainActor => ({ type: 'person', person, role: 'recorder', unit: units.V2 })
const posts = persons.map(
  (person): Typed => ({ type: 'PostTaken', unitId: units.V2, post: 'approver', person, office: null }) as Typed,
)

const ledger = (processes: ReadonlyArray<typeof recheckOverlaps>) =>
  loopOf({
    slices: [record, humans],
    processes,
    world: { ...world, 'units-131081': [...unitEvents, ...posts] },
    scene: { ...scene, now: at('05-02 01:00') },
  })
type Loop = ReturnType<typeof ledger>

const humansNow = (loop: Loop): Humans => loop.state(humans, 'humans-131081') as Humans
const listAll = (loop: Loop): ReadonlyArray<ServiceRecord> =>
  persons.flatMap((person) => [...(loop.state(record, `record-${person}`) as RecordState).records.values()])

/** Records that count though their volunteer's human entered or approved them, and no third person ruled since. */
const findFaults = (loop: Loop): ReadonlyArray<string> => {
  const humanOf = (person: PersonId | null) => (person === null ? null : findSurvivor(humansNow(loop), person))
  return listAll(loop)
    .filter(counts)
    .filter(({ volunteer, entries, approver: approvedBy, holds }) => {
      const own = humanOf(volunteer)
      const enteredBy = entries.map(({ by }) => humanOf(by))
      const ruledBy = holds.flatMap(({ kind, cleared }) =>
        kind === 'same-person' ? [humanOf(cleared?.by ?? null)] : [],
      )
      if (ruledBy.some((by) => by !== null && by !== own && !enteredBy.includes(by))) return false
      return humanOf(approvedBy) === own || enteredBy.includes(own)
    })
    .map(({ volunteer, recordId }) => `${volunteer}/${recordId}`)
}

const merge = (person: Person, survivor: Person) => ({ type: 'MergeRegistrations', person, survivor }) as const
const verify = { type: 'VerifyRecord', volunteer: 'e', recordId: 'R1' } as const
const clear = { type: 'ClearHold', volunteer: 'e', recordId: 'R1', reason: reason('seen-there') } as const
const listOpen = ({ holds }: ServiceRecord): ReadonlyArray<string> =>
  holds.flatMap(({ holdId, cleared }) => (cleared === null ? [holdId] : []))
/** The status of each record and the holds that are open. */
const look = (loop: Loop) => listAll(loop).map((one) => [one.status, ...listOpen(one)])

describe('recorder, approver and volunteer', () => {
  /** a has entered a record of e, and b has verified it. */
  const begun = (): Loop => {
    const loop = ledger([recheckOverlaps])
    loop.does(recorder('a'), backfill('R1', 'e', '04-29 06:00', '04-29 07:00', 60))
    loop.does(approver('b'), verify)
    return loop
  }

  it.each([
    ['approver', 'b', 'e'],
    ['approver', 'e', 'b'],
    ['recorder', 'a', 'e'],
  ] as const)(
    'H7, G2: a record is held when its %s turns out to be its volunteer (%s into %s)',
    (_as, person, into) => {
      const loop = begun()
      loop.does(people.admin, merge(person, into))
      expect(look(loop)).toEqual([['suspended', 'same-person:0']])
      for (const involved of [person, into])
        expect(loop.send(approver(involved), { ...clear, holdId: 'same-person:0' })).toMatchObject({ _tag: 'Left' })
      loop.does(approver('c'), { ...clear, holdId: 'same-person:0' })
      expect(look(loop)).toEqual([['verified']])
    },
  )

  it('H7, G2: it is held again when who cleared the hold is the same human too', () => {
    const loop = begun()
    loop.does(people.admin, merge('b', 'e'))
    loop.does(approver('c'), { ...clear, holdId: 'same-person:0' })
    loop.does(people.admin, merge('c', 'e'))
    expect(look(loop)).toEqual([['suspended', 'same-person:1']])
  })

  it('H7, G2: what was verified before the merge was known is held as well', () => {
    const loop = ledger([recheckOverlaps])
    loop.does(recorder('a'), backfill('R1', 'e', '04-29 06:00', '04-29 07:00', 60))
    const write = loop.sendLate(approver('b'), verify)
    loop.does(people.admin, merge('b', 'e'))
    write()
    loop.rest()
    expect(look(loop)).toEqual([['suspended', 'same-person:0']])
  })

  it('H7: others are left as they are', () => {
    const loop = begun()
    loop.does(people.admin, merge('c', 'e'), merge('d', 'b'))
    expect(look(loop)).toEqual([['verified']])
  })
})

const msPerHour = 3_600_000

interface Deed {
  readonly what: 'enter' | 'verify' | 'merge' | 'clear' | 'deliver'
  readonly late: boolean
  readonly one: Person
  readonly other: Person
  readonly pick: number
}
const deeds = fc.array(
  fc.record({
    what: fc.constantFrom<Deed['what'][]>('enter', 'enter', 'verify', 'verify', 'verify', 'merge', 'clear', 'deliver'),
    late: fc.boolean(),
    one: fc.constantFrom(...persons),
    other: fc.constantFrom(...persons),
    pick: fc.nat(100),
  }),
  { minLength: 10, maxLength: 40, size: 'max' },
)

/** Plays the deeds, comes to rest, and tells what is wrong and how often a record was held. */
const play = (history: ReadonlyArray<Deed>, processes = [recheckOverlaps]) => {
  const loop = ledger(processes)
  const late = new Map<StreamName, () => void>()
  const say = (stream: StreamName, isLate: boolean, actor: PlainActor, words: Parameters<Loop['send']>[1]): void => {
    late.get(stream)?.()
    late.delete(stream)
    if (isLate) late.set(stream, loop.sendLate(actor, words))
    else loop.send(actor, words)
  }
  const act = ({ what, late: isLate, one, other, pick }: Deed, step: number): void => {
    const all = listAll(loop)
    const found = all[pick % Math.max(1, all.length)]
    if (what === 'merge') return say('humans-131081', isLate, people.admin, merge(one, other))
    if (what === 'deliver') return late.size === 0 ? loop.rest((waiting) => pick % waiting.length) : undefined
    if (what === 'enter') {
      const start = plusMillis('2020-04-01T00:00:00.000Z' as Instant, step * 2 * msPerHour)
      const segments = [{ start, end: plusMillis(start, msPerHour) }]
      const words = { ...backfill(`R${step}`, one, '04-01 00:00', '04-01 01:00', 60), segments }
      return say(`record-${one}`, isLate, recorder(other), words)
    }
    if (found === undefined) return undefined
    const named = { volunteer: found.volunteer, recordId: found.recordId }
    const [holdId] = listOpen(found)
    if (what === 'verify')
      return say(`record-${found.volunteer}`, isLate, approver(one), { type: 'VerifyRecord', ...named })
    return holdId === undefined
      ? undefined
      : say(`record-${found.volunteer}`, isLate, approver(one), { ...clear, ...named, holdId })
  }
  history.forEach(act)
  for (const write of late.values()) write()
  loop.rest()
  const held = loop.log().filter(({ type }) => type === 'RecordHeld').length
  return { faults: [...findFaults(loop), ...loop.refused().map(({ rejection }) => rejection.type)], held }
}

describe('recorder, approver and volunteer over histories', () => {
  it('H7, G2: at rest no record counts that its volunteer entered or approved, unless a third person ruled since', () => {
    let held = 0
    fc.assert(
      fc.property(deeds, (history) => {
        const outcome = play(history)
        held += outcome.held
        expect(outcome.faults).toEqual([])
      }),
      { numRuns: 200 },
    )
    expect(held).toBeGreaterThan(20)
  })

  it('H7: is seen to fail where a merge is not heard of', () => {
    const deaf = {
      ...recheckOverlaps,
      react: (...[envelope, rows]: Parameters<typeof recheckOverlaps.react>) =>
        envelope.data.type === 'RegistrationsMerged' ? [] : recheckOverlaps.react(envelope, rows),
    }
    const found = fc.check(
      fc.property(deeds, (history) => play(history, [deaf]).faults.length === 0),
      { numRuns: 300, endOnFailure: true },
    )
    expect(found.failed).toBe(true)
  })
})
