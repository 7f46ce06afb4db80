/** Random merges and splits, told to the ledger and to the oracle, are decided alike and leave the same humans (G2, G7). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoleName } from '@zhiyuan/domain'
import {
  findRegistrations,
  replayRegistrations,
  type Links,
  type RegistrationFact,
} from '../oracles/merge.oracle.fixture.ts'
import { actor, C, V1, why } from './county.fixture.ts'
import { openCounty, type County } from './people.fixture.ts'
import { holdUntilMet } from './deep-enough.fixture.ts'

const registrations = ['a', 'b', 'd', 'admin2'] as const
const registered = registrations.map((number): RegistrationFact => ({ type: 'registered', at: 0, number }))

interface Step {
  readonly what: 'propose' | 'decide'
  readonly of: 'merge' | 'split'
  readonly number: string
  readonly into: string
  /** One of the registrations acts as an officer too. */
  readonly by: string
}
const drawStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('propose', 'propose', 'decide'),
  of: fc.constantFrom('merge', 'split'),
  number: fc.constantFrom(...registrations),
  into: fc.constantFrom(...registrations),
  by: fc.constantFrom('admin', 'deputy', 'b', 'd'),
})

interface World {
  readonly county: County
  readonly facts: RegistrationFact[]
  /** Who proposed what is not decided. */
  readonly proposed: Map<string, Set<string>>
  seen: number
}
const findLinks = ({ facts }: World): Links => replayRegistrations(facts, facts.length).links
const findSurvivor = (number: string, links: Links): string => {
  const next = links.get(number) ?? null
  return next === null ? number : findSurvivor(next, links)
}
/** Who leaves by a split of a number: what was merged into it stays with it. */
const listLeaving = (number: string, links: Links): ReadonlyArray<string> =>
  [...links.keys()].filter((other) => other !== number && isUnder(other, number, links))
const isUnder = (other: string, number: string, links: Links): boolean => {
  const next = links.get(other) ?? null
  return next !== null && (next === number || isUnder(next, number, links))
}

/** The human is merged, so the ledger takes any of its numbers; the oracle is asked for the one that stands. */
const makeFact = ({ of, number, into, by }: Step, proposer: string, links: Links, at: number): RegistrationFact =>
  of === 'merge'
    ? { type: 'merged', at, number: findSurvivor(number, links), into, proposer, decider: by }
    : { type: 'split', at, number, reason: 'two people', isAdministrator: true, proposer, decider: by }

const sort = (people: ReadonlyArray<string>): ReadonlyArray<string> => [...people].sort()
/** The groups that the log names, against those of the oracle. */
const compareGroups = async (world: World, before: Links, step: Step): Promise<void> => {
  const { events } = await world.county.ledger.read(null, 100_000)
  const links = findLinks(world)
  const groups = events.slice(world.seen).flatMap(({ data }): ReadonlyArray<ReadonlyArray<string>> => {
    if (data.type === 'RegistrationsMerged') return [data.joining, data.there]
    return data.type === 'RegistrationsSplit' ? [data.leaving, data.staying] : []
  })
  world.seen = events.length
  const known = step.of === 'merge' ? before : links
  const other = step.of === 'merge' ? step.into : (before.get(step.number) ?? '')
  const expected = [findRegistrations(step.number, known), findRegistrations(other, known)]
  expect(groups.map(sort)).toEqual(expected.map(sort))
  const changes = events.filter(({ data }) => data.type === 'RegistrationsMerged' || data.type === 'RegistrationsSplit')
  expect(changes).toHaveLength(world.facts.length - registered.length)
}

const found = { merged: 0, split: 0 }
const perform = async (world: World, step: Step): Promise<void> => {
  const { county, facts, proposed } = world
  const { what, of, number, into, by } = step
  const before = findLinks(world)
  const others = listLeaving(number, before)
  const key = of === 'merge' ? `${number} ${into}` : [number, ...others].join(' ')
  const words = of === 'merge' ? { person: number, survivor: into } : { person: number, others }
  // A survivor leaves by no split: those whom it absorbed do.
  if (of === 'split' && before.get(number) === null) return
  const role: RoleName = what === 'propose' && by === 'b' ? 'clerk' : 'administrator'
  const hand = actor(by, role, role === 'clerk' ? V1 : C)
  if (what === 'propose') {
    const answer = await county.does({ type: of === 'merge' ? 'ProposeMerge' : 'ProposeSplit', ...words }, hand)
    if (answer === 'ok') proposed.set(key, (proposed.get(key) ?? new Set()).add(by))
    world.seen = (await county.ledger.read(null, 100_000)).events.length
    return
  }
  const command =
    of === 'merge'
      ? { type: 'MergeRegistrations', ...words }
      : { type: 'SplitRegistrations', ...words, ...why('two-people') }
  const answer = await county.does(command, hand)
  const candidates = [...(proposed.get(key) ?? [])].map((proposer) => makeFact(step, proposer, before, facts.length))
  const fact = candidates.find((one) => replayRegistrations([...facts, one], facts.length).refused.at(-1) === null)
  expect({ step, answer, isDone: answer === 'ok' }).toEqual({ step, answer, isDone: fact !== undefined })
  if (fact === undefined) return
  facts.push(fact)
  proposed.delete(key)
  if (of === 'merge') found.merged++
  else found.split++
  await compareGroups(world, before, step)
}

const agree = async (steps: ReadonlyArray<Step>) => {
  const county = await openCounty()
  const seen = (await county.ledger.read(null, 100_000)).events.length
  const world: World = { county, facts: [...registered], proposed: new Map(), seen }
  for (const step of steps) await perform(world, step)
}
/** Most steps are a proposal with its decision. */
const drawSteps = fc
  .array(fc.record({ step: drawStep, decider: fc.constantFrom('admin', 'deputy', 'b', 'd', null) }), {
    minLength: 4,
    maxLength: 14,
  })
  .map((drawn) =>
    drawn.flatMap(({ step, decider }): ReadonlyArray<Step> =>
      decider === null
        ? [step]
        : [
            { ...step, what: 'propose' },
            { ...step, what: 'decide', by: decider },
          ],
    ),
  )

const does = (what: Step['what'], number: string, into: string, by: string): Step => ({
  what,
  of: 'merge',
  number,
  into,
  by,
})
/** b proposes about a, and turns out to be a before it is decided, or to be the one who decides. */
const examples: ReadonlyArray<[ReadonlyArray<Step>]> = [
  [
    [
      does('propose', 'a', 'admin2', 'b'),
      does('propose', 'b', 'a', 'deputy'),
      does('decide', 'b', 'a', 'admin'),
      does('decide', 'a', 'admin2', 'admin'),
    ],
  ],
  [
    [
      does('propose', 'a', 'admin2', 'b'),
      does('propose', 'b', 'd', 'deputy'),
      does('decide', 'b', 'd', 'admin'),
      does('decide', 'a', 'admin2', 'd'),
      does('decide', 'a', 'admin2', 'admin'),
    ],
  ],
]

describe('merges and splits by the ledger and by the oracle', () => {
  it('G2, G7: are decided by two others, and leave the same humans', { timeout: 240_000 }, async () => {
    await holdUntilMet(
      fc.asyncProperty(drawSteps, agree),
      { numRuns: 40, examples: [...examples] },
      () => found.merged > 5 && found.split > 0,
    )
    expect(found.merged).toBeGreaterThan(5)
    expect(found.split).toBeGreaterThan(0)
  })
})
