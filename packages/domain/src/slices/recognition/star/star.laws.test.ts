import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { isRight } from 'fp-ts/lib/Either.js'
import {
  attemptDecider,
  evolveIsTotal,
  holdsAlways,
  repeatsSayNothingNew,
  survivesStorage,
  type Attempt,
} from '@zhiyuan/testing'
import type { Says } from '../../../fixtures/lifecycle.ts'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { RecordEvent } from '../../hours/record/record.codec.ts'
import { star, starFold, type StarCommand, type StarEvent } from './index.ts'
import type { Application } from './star.state.ts'
import {
  corrected,
  questioned,
  R2,
  R3,
  R8,
  reason,
  reinstated,
  reviewed,
  serving,
  suspended,
  toGranted,
  toNotice,
  verified,
  voided,
} from './star.fixture.ts'

const { b, c, starAuthority } = people
const setting = { world: { ...world, ...serving([R2, R3, R8]) }, scene: { ...scene, actor: timer } }
type Try = Attempt<StarCommand>

const makeTry = <T extends StarCommand['type']>(
  now: string,
  actor: Try['actor'] & object,
  type: T,
  says: Says<StarCommand, 'volunteer'>[T],
): Try => ({
  // The fields of the command are typed above; an object of a type that is still open cannot show it.
  command: { volunteer: 'b', ...says, type } as unknown as Try['command'],
  now,
  actor,
})
const day1 = '2020-05-20T01:00:00.000Z'
const day2 = '2020-05-21T01:00:00.000Z'
const granting = '2020-06-04T01:00:00.000Z'
const later = '2020-06-19T01:00:00.000Z'

/** Each command at a moment at which it may be sent, and some out of their time. */
const steps = (applicationId: string): ReadonlyArray<Try> => [
  makeTry(day1, b, 'ApplyForStar', { applicationId, level: 1 }),
  makeTry('2020-05-20T01:01:00.000Z', starAuthority, 'ExamineApplication', { applicationId, heard: 0 }),
  makeTry('2020-05-20T01:02:00.000Z', starAuthority, 'OpenNotice', { applicationId, heard: 0 }),
  makeTry('2020-05-20T01:03:00.000Z', starAuthority, 'GrantStar', { applicationId }),
  makeTry(day2, c, 'RaiseObjection', { applicationId, reason: reason('not-there') }),
  makeTry('2020-05-21T01:01:00.000Z', starAuthority, 'ExamineApplication', { applicationId, heard: 1 }),
  makeTry('2020-05-21T01:02:00.000Z', starAuthority, 'RefuseApplication', { applicationId, reason: reason('unfit') }),
  makeTry('2020-05-21T01:03:00.000Z', starAuthority, 'OpenNotice', { applicationId, heard: 1 }),
  makeTry(granting, starAuthority, 'GrantStar', { applicationId }),
  makeTry(later, b, 'ApplyForStar', { applicationId, level: 1 }),
]
const known = [
  ...steps('star-b-1'),
  ...steps('star-b-1').slice(0, 3),
  // A grant at its moment is drawn more often, so that each run of the laws meets one.
  ...Array.from({ length: 3 }, () => makeTry(granting, starAuthority, 'GrantStar', { applicationId: 'star-b-1' })),
  ...steps('star-b-2'),
  makeTry('2020-05-20T01:02:30.000Z', timer, 'NoteReview', {
    orderId: 'O1',
    round: 1,
    rating: 1,
    reviewer: 'r1',
    orderVersion: 20,
  }),
  makeTry('2020-06-04T02:00:00.000Z', timer, 'NoteReview', {
    orderId: 'O1',
    round: 1,
    rating: 2,
    reviewer: 'r1',
    orderVersion: 30,
  }),
  ...[day2, '2020-06-04T03:00:00.000Z', '2020-06-19T01:02:00.000Z'].map((now) =>
    makeTry(now, timer, 'ReexamineStar', { tell: true }),
  ),
  makeTry('2020-06-19T01:01:00.000Z', starAuthority, 'UpholdStar', { examination: 1, reason: reason('kept') }),
  makeTry('2020-06-19T01:03:00.000Z', starAuthority, 'RevokeStar', { examination: 1, reason: reason('gone') }),
]

const openStatuses: ReadonlyArray<Application['status']> = ['Applied', 'Examined', 'Notice', 'Objected']

/** The earlier events of the same application. */
const isPreceded = (events: ReadonlyArray<StarEvent>, index: number, type: StarEvent['type']): boolean => {
  const { applicationId } = events[index] as { readonly applicationId?: string }
  return events
    .slice(0, index)
    .some((event) => event.type === type && 'applicationId' in event && event.applicationId === applicationId)
}

describe('stars', () => {
  const pasts = [
    { from: 'the beginning', past: [], far: 'StarApplied' },
    { from: 'an open notice', past: toNotice(), far: 'StarGranted' },
    { from: 'a lost ground', past: [...toGranted(), reviewed(1, 1, 40)], far: 'StarPutUnderExamination' },
    { from: 'an examination', past: [...toGranted(), questioned()], far: 'StarRevoked' },
  ] as const
  it.each(pasts)(
    'W2, W4: from $from: no grant without a notice of that application, no loss of a star but in an examination, one application at a time',
    ({ past, far }) => {
      const seen = new Set<StarEvent['type']>()
      holdsAlways(star, { ...setting, past }, { known }, (state, events) => {
        const last = events.at(-1)
        if (last !== undefined) seen.add(last.type)
        events.forEach((event, index) => {
          if (event.type === 'StarGranted') expect(isPreceded(events, index, 'NoticeOpened')).toBe(true)
          if (event.type === 'StarRevoked' || event.type === 'StarUpheld')
            expect(events.slice(0, index).filter(({ type }) => type === 'StarPutUnderExamination')).toHaveLength(
              event.examination,
            )
        })
        const open = [...state.applications.values()].filter(({ status }) => openStatuses.includes(status))
        expect(open.length).toBeLessThanOrEqual(1)
      })
      // The runs prove nothing unless they come this far.
      expect([...seen]).toContain(far)
    },
  )

  it('W4: after a re-examination an untouched star is carried or under examination, under any changes of the records in any order', () => {
    const history = [suspended(R8), reinstated(R8), voided(R8), corrected(R2, 20), suspended(R3), corrected(R3, 40)]
    fc.assert(
      fc.property(fc.shuffledSubarray(history), (changes) => {
        const knowing = { ...world, ...serving([R2, R3, R8], ...changes) }
        const past = toGranted() as ReadonlyArray<StarEvent>
        const before = past.reduce(starFold.evolve, starFold.initial)
        const decide = attemptDecider(star, { ...setting, world: knowing })
        const outcome = decide(before, { command: { type: 'ReexamineStar', volunteer: 'b', tell: true } })
        const events = isRight(outcome) ? outcome.right : []
        const after = events.reduce(starFold.evolve, before)
        const counting = new Map([R2, R3, R8].map(({ recordId, minutes }) => [recordId, minutes]))
        for (const { type, recordId, minutes } of changes as ReadonlyArray<{
          type: string
          recordId: string
          minutes: number
        }>)
          counting.set(recordId, type === 'RecordSuspended' || type === 'RecordVoided' ? 0 : minutes)
        const left = [...counting.values()].reduce((sum, minutes) => sum + minutes, 0)
        // Without o.O1.1 or o.O1.2 the other review alone makes the score.
        const score = (counting.get('o.O1.1') ? 2 : 0) + (counting.get('o.O1.2') ? 5 : 0)
        const rounds = (counting.get('o.O1.1') ? 1 : 0) + (counting.get('o.O1.2') ? 1 : 0)
        const carried = left >= 300 && score * 2 >= rounds * 7
        expect(after.held?.underExamination).toBe(!carried)
        expect(after.held?.level).toBe(1)
      }),
      { numRuns: 200 },
    )
  })

  it('repeats say nothing new', () => {
    const first = { applicationId: 'star-b-1' }
    const review = (rating: number, orderVersion: number) => ({
      orderId: 'O1',
      round: 1,
      rating,
      reviewer: 'r1',
      orderVersion,
    })
    repeatsSayNothingNew(star, setting, [
      makeTry(day1, timer, 'NoteReview', review(2, 3)),
      makeTry(day1, timer, 'NoteReview', review(4, 9)),
      makeTry(day1, b, 'ApplyForStar', { ...first, level: 1 }),
      makeTry(day1, starAuthority, 'ExamineApplication', { ...first, heard: 0 }),
      makeTry(day1, starAuthority, 'OpenNotice', { ...first, heard: 0 }),
      makeTry(day2, c, 'RaiseObjection', { ...first, reason: reason('not-there') }),
      makeTry(day2, starAuthority, 'ExamineApplication', { ...first, heard: 1 }),
      makeTry(day2, starAuthority, 'OpenNotice', { ...first, heard: 1 }),
      makeTry(granting, starAuthority, 'GrantStar', first),
      makeTry(granting, timer, 'NoteReview', review(1, 20)),
      makeTry(granting, timer, 'ReexamineStar', { tell: true }),
      makeTry(later, starAuthority, 'UpholdStar', { examination: 1, reason: reason('kept') }),
    ])
  })

  it('events survive storage', () => {
    survivesStorage(star)
  })

  it('evolve is total', () => {
    evolveIsTotal(star, [toGranted(), [...toGranted(), questioned()]], { ApplicationId: ['star-b-1', 'star-b-2'] })
  })

  it('the fixture uses the events of the record slice', () => {
    for (const event of [
      ...verified(R2),
      ...verified(R8),
      suspended(R8),
      reinstated(R8),
      voided(R8),
      corrected(R8, 120),
    ])
      expect(RecordEvent.decode(event)).toMatchObject({ _tag: 'Right' })
  })
})
