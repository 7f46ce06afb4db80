import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { buildLog, foldRows, type Line } from '@zhiyuan/testing'
import { replay, type UnitId } from '@zhiyuan/kernel'
import { order } from '../../slices/requests/order/index.ts'
import { team } from '../../slices/organisation/team/index.ts'
import { unitsFold, type UnitTree } from '../../slices/organisation/units/units.read.ts'
import type { OrganisationEvent } from '../../slices/organisation/units/units.codec.ts'
import { people, timer, units } from '../../fixtures/people.ts'
import { unitEvents, world } from '../../fixtures/world.ts'
import { teamBoard } from './project.ts'
import { rank, type RankingWish } from './rank.ts'
import type { TeamBoardRow } from './row.ts'

const { C, T1, V1, T2, V2 } = units
const tree: UnitTree = replay(unitsFold, unitEvents as ReadonlyArray<OrganisationEvent>)
const teams = ['team-B1', 'team-B2', 'team-K'] as const
const founding: ReadonlyArray<Line> = teams.flatMap((stream) =>
  (world[stream] ?? []).map((event) => ({
    at: '2020-04-01T01:00:00.000Z',
    by: people.admin,
    event: event as Line['event'],
  })),
)
const buildBoard = (...lines: ReadonlyArray<Line>): ReadonlyMap<string, TeamBoardRow> =>
  foldRows(teamBoard, buildLog([team, order], [...founding, ...lines]))

const morning = { start: '2020-04-22T01:00:00.000Z', end: '2020-04-22T03:00:00.000Z' }
const noon = { start: '2020-04-22T04:00:00.000Z', end: '2020-04-22T06:00:00.000Z' }
const wish = (more: object): RankingWish =>
  ({ handler: V1, specialty: 'hardship-relief', orderId: 'O1', planned: null, ...more }) as unknown as RankingWish

const at = '2020-04-20T02:40:00.000Z'
const orderKeys = { orderId: 'O1', opened: '2020-04-20T01:00:00.000Z', round: 1, handler: V1 }
const none = { candidates: [], candidateCount: 0, leftOut: [], lastEvent: null }
const offered = (offerId: string, more: object = {}): Line => ({
  at,
  by: people.dispatcherT1,
  event: {
    type: 'OrderOffered',
    ...orderKeys,
    offerId,
    teamId: 'B1',
    planned: morning,
    ranking: none,
    override: null,
    expiresAt: '2020-04-20T06:40:00.000Z',
    policyVersion: 'TEST-1',
    ...more,
  },
})
const answer = (type: string, offerId: string, more: object = {}): Line => ({
  at: '2020-04-20T03:00:00.000Z',
  by: people.b,
  event: { type, ...orderKeys, offerId, teamId: 'B1', ...more },
})
const declined = (offerId: string): Line =>
  answer('OfferDeclined', offerId, { reason: { code: 'busy', text: null }, escalatesAt: null })
const accepted = (offerId: string): Line =>
  answer('OrderAccepted', offerId, {
    bodyId: V1,
    claimed: false,
    planned: morning,
    day: null,
    acceptedAt: at,
    timeStated: true,
    risksSeen: true,
  })
const ended = (type: string, more: object): Line => ({
  at: '2020-04-22T03:10:00.000Z',
  by: timer,
  event: { type, ...orderKeys, teamId: 'B1', seated: [], ...more },
})

const features = (board: ReadonlyMap<string, TeamBoardRow>, more: object = {}) =>
  rank(wish(more), board.values(), tree).candidates.find(({ teamId }) => teamId === 'B1')

describe('the board of teams', () => {
  it('O10: a team is left out by level before specialty, and by specialty before area', () => {
    expect(rank(wish({}), buildBoard().values(), tree)).toEqual({
      candidates: [{ teamId: 'B1', mainSpecialty: true, distance: 0, openOffers: 0, load: 0, refusedThisSlot: false }],
      candidateCount: 1,
      leftOut: [
        { reason: 'level', teams: ['K'], count: 1 },
        { reason: 'specialty', teams: ['B2'], count: 1 },
      ],
      lastEvent: 'event-4',
    })
    expect(rank(wish({ handler: V2 }), buildBoard().values(), tree).leftOut).toContainEqual({
      reason: 'area',
      teams: ['B1'],
      count: 1,
    })
  })

  it('O10: a team that opened itself to a unit is a candidate there, also from elsewhere', () => {
    const opened: Line = {
      at,
      by: people.b,
      event: { type: 'OpennessChanged', teamId: 'B1', open: { levels: [], units: [V2] } },
    }
    expect(rank(wish({ handler: V2 }), buildBoard(opened).values(), tree).candidates).toMatchObject([
      { teamId: 'B1', distance: 4 },
    ])
    expect(rank(wish({}), buildBoard(opened).values(), tree).leftOut).toContainEqual({
      reason: 'level',
      teams: ['B1', 'K'],
      count: 2,
    })
  })

  it('O10: a disbanded team is neither ranked nor left out', () => {
    const gone: Line = { at, by: people.b, event: { type: 'TeamDisbanded', teamId: 'B1' } }
    expect(rank(wish({}), buildBoard(gone).values(), tree)).toMatchObject({
      candidateCount: 0,
      leftOut: [{ reason: 'level' }, { reason: 'specialty', teams: ['B2'] }],
    })
  })

  it('O23: open offers and unfinished orders are features', () => {
    expect(features(buildBoard(offered('o-1')))).toMatchObject({ openOffers: 1, load: 0 })
    expect(features(buildBoard(offered('o-1'), accepted('o-1')))).toMatchObject({ openOffers: 0, load: 1 })
    const reported = ended('ServiceReported', { reportedAt: at, lapsesAt: at, policyVersion: 'TEST-1' })
    expect(features(buildBoard(offered('o-1'), accepted('o-1'), reported))).toMatchObject({ load: 0 })
  })

  it.each([
    [
      'handed back',
      ended('OrderHandedBack', {
        by: 'team',
        reason: { code: 'ill', text: null },
        serviceDueAt: '2020-04-28T16:00:00.000Z',
        refillAt: null,
        escalatesAt: null,
      }),
    ],
    [
      'missed',
      ended('OrderMissed', {
        missedAt: '2020-04-22T03:10:00.000Z',
        serviceDueAt: '2020-04-28T16:00:00.000Z',
        escalatesAt: null,
      }),
    ],
    ['aborted', ended('OrderAborted', { reason: { code: 'storm', text: null } })],
    [
      'cancelled',
      ended('OrderCancelled', { by: 'handler', reason: { code: 'moved', text: null }, beforeAcceptance: false }),
    ],
  ])('O23: an order that was %s is no load', (_, end) => {
    expect(features(buildBoard(offered('o-1'), accepted('o-1'), end))).toMatchObject({ openOffers: 0, load: 0 })
  })

  it('O23: a cancelled order ends its open offer', () => {
    const cancelled = ended('OrderCancelled', {
      by: 'handler',
      reason: { code: 'moved', text: null },
      beforeAcceptance: true,
    })
    expect(features(buildBoard(offered('o-1'), cancelled))).toMatchObject({ openOffers: 0 })
  })

  it('O23, A2: a refusal counts for the same time only, and an expired offer never', () => {
    const board = buildBoard(offered('o-1'), declined('o-1'))
    expect(features(board, { planned: morning, orderId: 'O7' })).toMatchObject({ refusedThisSlot: true, openOffers: 0 })
    expect(features(board, { planned: noon })).toMatchObject({ refusedThisSlot: false })
    const expired = answer('OfferExpired', 'o-1', { escalatesAt: null })
    expect(features(buildBoard(offered('o-1'), expired), { planned: morning })).toMatchObject({
      refusedThisSlot: false,
      openOffers: 0,
    })
  })

  it('O23, A2: without a time, a refusal counts for that order only', () => {
    const board = buildBoard(offered('o-1', { planned: null }), declined('o-1'))
    expect(features(board)).toMatchObject({ refusedThisSlot: true })
    expect(features(board, { orderId: 'O2' })).toMatchObject({ refusedThisSlot: false })
  })
})

const rowArbitrary: fc.Arbitrary<TeamBoardRow> = fc
  .record({
    teamId: fc.integer({ min: 1, max: 99 }).map((n) => `t${n}`),
    unitId: fc.constantFrom(C, T1, V1, T2, V2),
    specialties: fc.constantFrom(['hardship-relief'], ['legal'], ['legal', 'hardship-relief']),
    levels: fc.subarray(['city', 'township', 'village']),
    offers: fc.integer({ min: 0, max: 2 }),
    serving: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ teamId, unitId, specialties, levels, offers, serving }) => ({
    teamId,
    team: { unitId, specialties, open: { levels, units: [] }, active: true },
    offers: Array.from({ length: offers }, (_, n) => ({ offerId: `${n}`, orderId: 'O9', planned: null })),
    serving: Array.from({ length: serving }, (_, n) => ({ orderId: `s${n}`, round: 1 })),
    refusals: [],
  })) as unknown as fc.Arbitrary<TeamBoardRow>
const boards = fc.uniqueArray(rowArbitrary, { selector: ({ teamId }) => teamId, maxLength: 40 })
const wishes = fc.constantFrom(C, T1, V1, T2, V2).map((handler) => wish({ handler: handler as UnitId }))

describe('ranking', () => {
  it('O10: every team is ranked or left out for one reason; the lists hold ten, the counts include all', () => {
    fc.assert(
      fc.property(boards, wishes, (rows, asked) => {
        const { candidates, candidateCount, leftOut } = rank(asked, rows, tree)
        const all = candidateCount + leftOut.reduce((sum, { count }) => sum + count, 0)
        expect(all).toBe(rows.length)
        expect(candidates).toHaveLength(Math.min(candidateCount, 10))
        for (const { teams: named, count } of leftOut) expect(named).toHaveLength(Math.min(count, 10))
      }),
      { numRuns: 200 },
    )
  })

  it('O23: is the same for any order of the rows', () => {
    fc.assert(
      fc.property(boards, wishes, (rows, asked) => {
        expect(rank(asked, [...rows].reverse(), tree)).toEqual(rank(asked, rows, tree))
      }),
      { numRuns: 200 },
    )
  })

  it('O23: fit comes before distance, distance before open offers, open offers before load; ties are broken by team id', () => {
    fc.assert(
      fc.property(boards, wishes, (rows, asked) => {
        const { candidates } = rank(asked, rows, tree)
        const keys = candidates.map(({ mainSpecialty, distance, openOffers, load, teamId }) =>
          [mainSpecialty ? 0 : 1, distance, openOffers, load, teamId].join(' '),
        )
        expect(keys).toEqual([...keys].sort())
      }),
      { numRuns: 200 },
    )
  })
})
