import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { plusMillis, type Instant, type StreamName } from '@zhiyuan/kernel'
import type { PlainActor } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { record, type ServiceRecord } from '../../slices/hours/record/index.ts'
import { backfill, reason } from '../../slices/hours/record/record.fixture.ts'
import { recheckOverlaps } from './recheck-overlaps.ts'
import {
  approver,
  findFaults,
  ledger,
  listAll,
  listOpen,
  merge,
  proposeMerge,
  persons,
  recorder,
  type Loop,
  type Parts,
  type Person,
} from './three-persons.play.arbitrary.ts'

const minute = 60_000
/** The steps are so far apart that no record overlaps another, also after a correction. */
const stepStart = (step: number): Instant => plusMillis('2020-04-01T00:00:00.000Z' as Instant, step * 120 * minute)
const lasting = (start: Instant, minutes: number) => ({
  minutes,
  segments: [{ start, end: plusMillis(start, minutes * minute) }],
})

interface Deed {
  readonly what: 'enter' | 'merge' | 'rule' | 'deliver'
  readonly late: boolean
  readonly one: Person
  readonly other: Person
  readonly pick: number
}
const many = (least: number, most: number, ...kinds: ReadonlyArray<Deed['what']>) =>
  fc.array(
    fc.record({
      what: fc.constantFrom(...kinds),
      late: fc.nat(3).map((one) => one === 0),
      one: fc.constantFrom(...persons),
      other: fc.constantFrom(...persons),
      pick: fc.nat(100),
    }),
    { minLength: least, maxLength: most, size: 'max' },
  )
const plainly = (what: Deed['what'], one: Person, other: Person): Deed => ({ what, late: false, one, other, pick: 0 })
/** A record of e that a entered and b verified; a is e, and c has cleared the hold. */
const heldAndCleared: ReadonlyArray<Deed> = [
  plainly('enter', 'e', 'a'),
  plainly('rule', 'b', 'b'),
  plainly('merge', 'a', 'e'),
  plainly('deliver', 'e', 'e'),
  plainly('rule', 'c', 'c'),
  plainly('deliver', 'e', 'e'),
]
const much = many(8, 24, 'rule', 'rule', 'rule', 'deliver')
const merges = many(1, 2, 'merge')
const deeds = fc.oneof(
  many(10, 40, 'enter', 'enter', 'rule', 'rule', 'rule', 'rule', 'merge', 'deliver'),
  // Few records with many rulings.
  fc.tuple(many(1, 2, 'enter'), much, merges, much, merges).map((parts) => parts.flat()),
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constant(heldAndCleared), much, merges).map((parts) => parts.flat()),
  },
)

type Words = Parameters<Loop['send']>[1]
/** Chooses a command that an approver may send for a record in its state. */
const chooseCommand = (found: ServiceRecord, pick: number, step: number): Words => {
  const { volunteer, recordId, segments, status } = found
  const named = { volunteer, recordId }
  const because = { reason: reason(`for-${step}`) }
  const [holdId] = listOpen(found)
  if (holdId !== undefined) return { type: 'ClearHold', ...named, holdId, ...because }
  if (status === 'submitted') return { type: 'VerifyRecord', ...named }
  if (status === 'suspended') return { type: 'ReinstateRecord', ...named, ...because }
  if (pick % 4 === 0) return { type: 'SuspendRecord', ...named, ...because }
  const asked = found.corrections.find(({ answer }) => answer === null)
  if (asked === undefined) return { type: 'RequestCorrection', ...named, correctionId: `C${step}`, ...because }
  const start = segments[0]?.start ?? stepStart(step)
  return { type: 'CorrectRecord', ...named, correctionId: asked.correctionId, ...lasting(start, 1 + pick), ...because }
}

/** Plays the deeds to rest; returns the faults, and a function that counts events of a type. */
const play = (history: ReadonlyArray<Deed>, parts?: Parts) => {
  const loop = ledger(parts)
  const late = new Map<StreamName, () => void>()
  const say = (stream: StreamName, isLate: boolean, actor: PlainActor, words: Words): void => {
    late.get(stream)?.()
    late.delete(stream)
    if (isLate) late.set(stream, loop.sendLate(actor, words))
    else loop.send(actor, words)
  }
  const rest = (next?: Parameters<Loop['rest']>[0]): void => {
    for (const write of late.values()) write()
    late.clear()
    loop.rest(next)
  }
  const act = ({ what, late: isLate, one, other, pick }: Deed, step: number): void => {
    const all = listAll(loop)
    const found = all[pick % Math.max(1, all.length)]
    if (what === 'deliver') return rest((waiting) => pick % waiting.length)
    if (what === 'enter') {
      const words = { ...backfill(`R${step}`, one, '04-01 00:00', '04-01 01:00', 60), ...lasting(stepStart(step), 60) }
      return say(`record-${one}`, isLate, recorder(other), words)
    }
    // Most merges are with the volunteer of an existing record.
    const survivor = pick < 75 ? (found?.volunteer ?? other) : other
    if (what === 'merge') {
      say('humans-131081', false, people.deputy, proposeMerge(one, survivor))
      return say('humans-131081', isLate, people.admin, merge(one, survivor))
    }
    if (found !== undefined) say(`record-${found.volunteer}`, isLate, approver(one), chooseCommand(found, pick, step))
  }
  history.forEach(act)
  rest()
  const times = (type: string): number => loop.log().filter((one) => one.type === type).length
  const refused = loop.refused().map(({ rejection }) => rejection.type)
  return { faults: [...findFaults(loop), ...refused], times }
}

const watched = ['RecordHeld', 'HoldCleared', 'RecordCorrected', 'RecordReinstated'] as const

describe('recorder, approver and volunteer over histories', () => {
  it('H7, G2: at rest no record counts that its volunteer entered, approved or let count again, unless a third person has ruled since', () => {
    const seen = new Map<string, number>(watched.map((type) => [type, 0]))
    fc.assert(
      fc.property(deeds, (history) => {
        const { faults, times } = play(history)
        for (const type of watched) seen.set(type, (seen.get(type) ?? 0) + times(type))
        expect(faults).toEqual([])
      }),
      { numRuns: 200 },
    )
    for (const [type, times] of seen) expect([type, times > 20]).toEqual([type, true])
  })

  /** The record slice with a planted fault: its fold changes each record. */
  const misread = (how: (one: ServiceRecord) => ServiceRecord): Parts => {
    const { decider } = record
    const { initial, evolve } = decider.fold
    const wrong: typeof evolve = (state, event) => ({
      records: new Map([...evolve(state, event).records].map(([id, one]) => [id, how(one)])),
    })
    return {
      recheck: recheckOverlaps,
      records: { ...record, decider: { ...decider, fold: { initial, evolve: wrong } } },
    }
  }
  const answersForAll = (one: ServiceRecord): ServiceRecord => {
    const seen = { entries: one.entries.length, approvals: one.approvals }
    const holds = one.holds.map((hold) => ({ ...hold, cleared: hold.cleared && { ...hold.cleared, seen } }))
    return { ...one, holds }
  }
  const deaf: typeof recheckOverlaps = {
    ...recheckOverlaps,
    react: (envelope, rows) =>
      envelope.data.type === 'RegistrationsMerged' ? [] : recheckOverlaps.react(envelope, rows),
  }
  it.each<[string, Parts]>([
    ['a merge is ignored', { recheck: deaf, records: record }],
    ['a person who cleared a hold answers for later entries', misread(answersForAll)],
    ['the person who let a record count again is forgotten', misread((one) => ({ ...one, reinstatedBy: null }))],
  ])('H7: the law is shown to fail where %s', (_fault, parts) => {
    const found = fc.check(
      fc.property(deeds, (history) => play(history, parts).faults.length === 0),
      { numRuns: 600, endOnFailure: true, seed: 1 },
    )
    expect(found.failed).toBe(true)
  })
})
