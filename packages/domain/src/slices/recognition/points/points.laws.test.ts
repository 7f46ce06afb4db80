import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { isRight } from 'fp-ts/lib/Either.js'
import { replay, type Plain } from '@zhiyuan/kernel'
import {
  attemptDecider,
  evolveIsTotal,
  holdsAlways,
  repeatsSayNothingNew,
  survivesStorage,
  type Attempt,
} from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { R8, verified } from '../star/star.fixture.ts'
import { points, pointsFold, type PointsCommand, type PointsEvent, type PointsState } from './index.ts'
import { cancel, credit, credited, redeem, reverse, reversed, spent, thirteen } from './points.fixture.ts'

/** The records R1 to R3 and R8. None was changed, so the points of revision 0 may be spent. */
const counting = ['R1', 'R2', 'R3', 'R8'].flatMap((recordId) => verified({ ...R8, recordId }))
const setting = { world: { ...world, 'record-b': counting }, scene: { ...scene, actor: timer } }
const pools = {
  PersonId: ['b'],
  RecordId: ['R1', 'R2', 'R3'],
  RedemptionId: ['red-1', 'red-2', 'red-3', 'red-4'],
  Minutes: [0, 29, 60, 130, 240],
  LocalDay: ['2020-04-22'],
  PointsToSpend: [1, 3, 8],
  Code: ['soap'],
  Count: [0, 1, 2, 3, 4],
}

/** The columns of the ledger, summed event by event without a fold of the domain. */
const sumColumns = (events: ReadonlyArray<PointsEvent>) => {
  const sum = (type: PointsEvent['type']): number =>
    events.reduce((all, event) => (event.type === type && 'points' in event ? all + event.points : all), 0)
  const spent = sum('PointsSpent') - sum('RedemptionCancelled')
  return { credited: sum('PointsCredited'), reversed: sum('PointsReversed'), spent }
}

const sumLive = ({ credits }: PointsState): number => [...credits.values()].reduce((sum, one) => sum + one.points, 0)

/** The events of one record as the record slice tells them: revisions in order, voided at the end or not. */
const stories = fc.record({
  minutes: fc.array(fc.constantFrom(0, 29, 60, 130, 240), { minLength: 1, maxLength: 4 }),
  voided: fc.boolean(),
})

const listCommands = (recordId: string, { minutes, voided }: { minutes: number[]; voided: boolean }) => [
  ...minutes.map((worked, revision) => ({ ...credit('R8'), recordId, revision, minutes: worked })),
  ...(voided ? [{ ...reverse('R8', minutes.length), recordId }] : []),
]

const replayCommands = (commands: ReadonlyArray<Plain<PointsCommand>>): PointsState => {
  const decide = attemptDecider(points, setting)
  return commands.reduce((state, command) => {
    const outcome = decide(state, { command })
    return isRight(outcome) ? outcome.right.reduce(pointsFold.evolve, state) : state
  }, pointsFold.initial)
}

describe('points', () => {
  it('W6, W7: balance = credited − reversed − spent, less what was cancelled, after every event, and a redemption never takes it below zero', () => {
    holdsAlways(points, setting, { pools, actors: [timer, people.b, people.clerkV1] }, (state, events) => {
      const columns = sumColumns(events)
      expect(state.balance).toBe(columns.credited - columns.reversed - columns.spent)
      expect(state.balance).toBe(sumLive(state) - columns.spent)
      if (events.at(-1)?.type === 'PointsSpent') expect(state.balance).toBeGreaterThanOrEqual(0)
    })
  })

  it('W4: credits and reversals of records lead to the same balance in any order, and with any repeats', () => {
    const shuffled = fc
      .tuple(stories, stories)
      .map(([one, two]) => [...listCommands('R1', one), ...listCommands('R2', two)])
      .chain((told) =>
        fc.record({
          told: fc.constant(told),
          arrived: fc
            .array(fc.constantFrom(...told), { maxLength: 6 })
            .chain((again) => fc.shuffledSubarray([...told, ...again], { minLength: told.length + again.length })),
        }),
      )
    fc.assert(
      fc.property(shuffled, ({ told, arrived }) => {
        expect(sumLive(replayCommands(arrived))).toBe(sumLive(replayCommands(told)))
        expect(replayCommands(arrived).balance).toBe(replayCommands(told).balance)
      }),
      { numRuns: 200 },
    )
  })

  it('repeats say nothing new', () => {
    const script: ReadonlyArray<Attempt<PointsCommand>> = [
      { command: credit('R8') },
      { command: redeem('red-1', 5), actor: people.b },
      { command: cancel('red-1'), actor: people.clerkV1 },
      { command: credit('R8', { revision: 1, minutes: 130 }) },
      { command: credit('R8', { revision: 2, minutes: 125 }) },
      { command: reverse('o.O1.1') },
      { command: reverse('R8', 4) },
      { command: credit('o.O1.2') },
    ]
    repeatsSayNothingNew(points, setting, script)
  })

  it('events survive storage', () => {
    survivesStorage(points)
  })

  it('evolve is total', () => {
    evolveIsTotal(points, [[...thirteen, spent('red-1', 10), reversed('R8')]], { RecordId: ['R8', 'o.O1.1'] })
  })

  it('the fixture uses the events of the slice', () => {
    const sample: ReadonlyArray<unknown> = [...thirteen, spent('red-1', 10), reversed('R8'), credited('o.O1.1')]
    for (const event of sample) expect(points.event.decode(event)).toMatchObject({ _tag: 'Right' })
    expect(replay(pointsFold, sample as ReadonlyArray<PointsEvent>).balance).toBe(-1)
  })
})
