import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { defineHandler, type Typed } from '@zhiyuan/kernel'
import { people } from '../../fixtures/people.ts'
import { changePolicy } from '../../fixtures/world.ts'
import {
  points,
  type PointsEvent,
  type PointsRejection,
  type PointsState,
  type RedeemPoints,
} from '../../slices/recognition/points/index.ts'
import { countMinutes } from '../hours/one-human.oracle.fixture.ts'
import { real, type Parts } from '../hours/one-human.county.arbitrary.ts'
import { drawHistory, type Deed } from '../hours/one-human.deeds.arbitrary.ts'
import { createPlay, type Play } from '../hours/one-human.play.arbitrary.ts'
import { creditPoints } from './credit-points.ts'
import { reversePoints } from './reverse-points.ts'

/** One point for each minute, so that the oracle's minutes are points. */
const withPoints: Parts = {
  ...real,
  past: changePolicy('2020-04-01', { points: { minutesPerPoint: 1 } }),
  beside: { slices: [points], processes: [creditPoints, reversePoints] },
}

const registrations = ['a', 'b', 'c', 'e'] as const
type Registration = (typeof registrations)[number]

const redeem = (play: Play, volunteer: Registration, redemptionId: string, price: number) => {
  const actor = { ...people.b, person: volunteer }
  const command = { type: 'RedeemPoints', volunteer, redemptionId, points: price, item: 'soap' } as const
  return play.say(`points-${volunteer}`, actor, command)
}
/** The points that a registration may spend, as the refusal of an enormous price states them; null for one that was merged. */
const ask = (play: Play, volunteer: Registration): number | null => {
  const answer = redeem(play, volunteer, 'too-much', 10_000_000)
  if (E.isRight(answer)) return Infinity
  return answer.left.type === 'MergedInto' ? null : (answer.left as Typed & { readonly balance: number }).balance
}

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0)
const sumSpent = (play: Play, volunteer: string): number =>
  sum(
    play.loop
      .events(`points-${volunteer}`)
      .map((event) => (event.type === 'PointsSpent' ? (event as Typed & { readonly points: number }).points : 0)),
  )

/** For each registration: what it may spend, and by the oracle the unspent points of its human. */
const compare = (play: Play) => {
  const state = play.state()
  const known = state.registrations
  return registrations.map((registration) => {
    const human = known.find(({ id }) => id === registration)?.human ?? registration
    const all = known.filter((one) => one.human === human).map(({ id }) => id)
    return {
      registration,
      may: ask(play, registration),
      together: (countMinutes(state).get(human) ?? 0) - sum(all.map((one) => sumSpent(play, one))),
    }
  })
}

interface Outcome {
  readonly wrong: ReadonlyArray<string>
  readonly redemptions: number
}
const judge = (deeds: ReadonlyArray<Deed>, parts: Parts): Outcome => {
  const play = createPlay(parts)
  const wrong: string[] = []
  let redemptions = 0
  for (const [step, deed] of deeds.entries()) {
    play.act(deed)
    for (const { registration, may, together } of compare(play)) {
      if (may === null) continue
      if (may > together) wrong.push(`after deed ${step}: ${registration} may spend ${may} of ${together}`)
      if (may <= 0 || (deed.one + deed.minute) % 4 > 0) continue
      if (E.isRight(redeem(play, registration, `red-${step}-${registration}`, 1 + (deed.other % may)))) redemptions += 1
      break
    }
  }
  play.rest()
  for (const { registration, may, together } of compare(play))
    if (may !== null && may !== together) wrong.push(`at rest: ${registration} may spend ${may} of ${together}`)
  return { wrong, redemptions }
}

const histories = drawHistory(5)
const findsFault = (parts: Parts): boolean =>
  fc.check(
    fc.property(histories, (deeds) => judge(deeds, parts).wrong.length === 0),
    { numRuns: 400, endOnFailure: true, seed: 2 },
  ).failed

/** A redemption with a planted fault: it checks the balance of the own registration alone. */
const byBalance: typeof points = {
  ...points,
  decider: {
    ...points.decider,
    handlers: {
      ...points.decider.handlers,
      RedeemPoints: defineHandler<PointsState, PointsEvent, PointsRejection>()<RedeemPoints>()({
        decide:
          ({ volunteer, redemptionId, points: price, item }) =>
          ({ balance }) =>
            price > balance
              ? E.left({ type: 'InsufficientPoints', balance })
              : E.right([{ type: 'PointsSpent', volunteer, redemptionId, points: price, item }]),
      }),
    },
  },
}

describe('points of one human over histories', () => {
  it('H5, W13, G2: at no step may the survivor spend more than the points of minutes counted once, and at rest not less', () => {
    let redemptions = 0
    fc.assert(
      fc.property(histories, (deeds) => {
        const outcome = judge(deeds, withPoints)
        redemptions += outcome.redemptions
        expect(outcome.wrong).toEqual([])
      }),
      { numRuns: 100 },
    )
    expect(redemptions).toBeGreaterThan(100)
  })

  it('H5: the law is shown to fail where only the own balance is checked', () => {
    expect(findsFault({ ...withPoints, beside: { ...withPoints.beside, slices: [byBalance] } })).toBe(true)
  })

  it('W4: the law is shown to fail where a reinstated record is not credited', () => {
    const deaf: typeof creditPoints = {
      ...creditPoints,
      react: (envelope, rows) => (envelope.data.type === 'RecordReinstated' ? [] : creditPoints.react(envelope, rows)),
    }
    expect(findsFault({ ...withPoints, beside: { ...withPoints.beside, processes: [deaf, reversePoints] } })).toBe(true)
  })
})
