/** Each law of the county fails on a fault that is planted where it looks, and tells how it came to that in a few lines. */
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { countyWorld } from '@zhiyuan/domain/arbitrary'
import { pointsFold } from '@zhiyuan/domain/recognition'
import { holdsInWorld, type ActingWorld, type WorldLaw } from '@zhiyuan/testing'
import { boundedDecisions } from './bounded-decisions.ts'
import { conserved } from './conserved.ts'
import { keptCaptures } from './kept-captures.ts'
import { nothingUnfinished } from './nothing-unfinished.ts'
import { noOwnFavour } from './own-favour.ts'
import { placedRecords } from './placed-records.ts'
import { both, planWrongly, without, writeWrongly } from './plant.ts'
import { processesRest } from './processes-rest.ts'

const clerk = { type: 'person', person: 'kc', role: 'clerk', unit: '131081' }
/** Decided as if a clerk of the city had sent it. */
const asClerk = planWrongly(
  'need',
  'ApproveNeed',
  (right) => (command, state, moment) => right(command, state, { ...moment, actor: clerk as typeof moment.actor }),
)
/** No credit before is known. */
const forgetful = planWrongly(
  'points',
  'CreditPoints',
  (right) => (command, _state, moment) => right(command, pointsFold.initial, moment),
)
const onePointMore = writeWrongly('points', 'CreditPoints', (event) => [
  'points' in event && typeof event.points === 'number' ? { ...event, points: event.points + 1 } : event,
])
/** The set-up's own service alone makes records. */
const unrecorded = writeWrongly('record', 'SubmitRecord', (event) =>
  'recordId' in event && event.recordId === 'o.Ox.1' ? [event] : [],
)
const thousandfold = writeWrongly('humans', 'ProposeMerge', (event) => Array.from({ length: 1001 }, () => event))
const neverContradicted = both(
  without('contradiction-holds'),
  writeWrongly('record', 'Backfill', (event) =>
    'kind' in event && event.kind === 'contradicts-the-log' ? [] : [event],
  ),
)

const faults: ReadonlyArray<readonly [string, WorldLaw, (world: ActingWorld) => ActingWorld, RegExp]> = [
  [
    'N12: without need-standings, a need waits for no one',
    nothingUnfinished,
    without('need-standings'),
    /no to-do shows it/,
  ],
  ['A14: no attendance makes a record', keptCaptures, unrecorded, /there is no record of it/],
  ['L5: one proposal is written 1,001 times', boundedDecisions, thousandfold, /writes 1001 events/],
  ['W6: each credit is one point more', conserved, onePointMore, /points for/],
  ['G7: each person who approves a need counts as its clerk', noOwnFavour, asClerk, /made NeedApproved/],
  ['H2a: what contradicts the log is held by nothing', placedRecords, neverContradicted, /counts .* beyond/],
  ['W6: a credit is forgotten as soon as it is written', processesRest, forgetful, /sent CreditPoints twice/],
]

it.each(faults)('%s: the law finds it', { timeout: 120_000 }, (_name, law, plant, broken) => {
  const found = E.tryCatch(() => holdsInWorld(plant(countyWorld()), [law], { numRuns: 200, turns: 130 }), String)
  const story = E.isLeft(found) ? found.left : ''
  expect(story).toMatch(broken)
  expect(story).toContain(law.name)
  // One line before the story.
  expect(story.split('\n').length).toBeLessThanOrEqual(16)
})
