/** Random histories of needs, told to the ledger and to the oracle of needs, come to the same (N2, N5, N7, N12, O19, G1). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '@zhiyuan/domain'
import type { Envelope } from '@zhiyuan/kernel'
import { defaultNeedTerms, type NeedFact, type OrderEnd } from '../oracles/need-facts.oracle.fixture.ts'
import { replayNeeds, showNeed } from '../oracles/need-log.oracle.fixture.ts'
import { calendar, parents, tree } from './tree.fixture.ts'
import {
  approve,
  C,
  merge,
  openNeeds,
  place,
  reject,
  rule,
  T1,
  T2,
  V1,
  V1b,
  V2,
  withdraw,
  type Folk,
  type NeedCounty,
} from './needs.fixture.ts'
import { why } from './orders.fixture.ts'

interface Telling {
  readonly at: number
  /** The need of each order so far. */
  readonly needs: Map<string, string>
}
type Teller<T extends LedgerEvent['type']> = (
  event: Extract<LedgerEvent, { readonly type: T }>,
  telling: Telling,
) => NeedFact | null
type OfNeed = { readonly needId: string }
type OfOrder = { readonly orderId: string }
const tellStep =
  (type: 'asked' | 'supplied' | 'approved' | 'referred' | 'unmerged') =>
  ({ needId: need }: OfNeed, { at }: Telling): NeedFact => ({ type, at, need })
const tellEnd = ({ orderId: order }: OfOrder, { at, needs }: Telling, end: OrderEnd): NeedFact => ({
  type: 'order-ended',
  at,
  need: needs.get(order) ?? '',
  order,
  end,
})

/** What the log says of needs, in the words of the oracle; what follows from it the oracle finds by itself. */
const tellers: { readonly [T in LedgerEvent['type']]?: Teller<T> } = {
  NeedSubmitted: ({ needId: need, unitId: unit, voicedAt, channel, proxy, requester }, { at }) => {
    const submitter = proxy?.person ?? requester
    const told = { unit, voicedAt: Date.parse(voicedAt), channel, proxy: proxy?.kind ?? null, submitter }
    return { type: 'submitted', at, need, ...told }
  },
  InformationRequested: tellStep('asked'),
  InformationSupplied: tellStep('supplied'),
  NeedApproved: tellStep('approved'),
  NeedReferred: tellStep('referred'),
  NeedUnmerged: tellStep('unmerged'),
  NeedRejected: ({ needId: need, reason }, { at }) => ({
    type: 'rejected',
    at,
    need,
    isAbuse: reason.code === 'abuse',
  }),
  NeedMerged: ({ needId: need, into, proposed: isTwin }, { at }) => ({
    type: 'merged',
    at,
    need,
    into,
    isTwin,
    mayHandleBoth: true,
  }),
  NeedWithdrawn: ({ needId: need, by: person, reason }, { at }) => ({
    type: 'withdrawn',
    at,
    need,
    by: person === 'clerk' ? 'officer' : person,
    reason,
  }),
  NeedMisrouted: ({ needId: need, survivor, to: owner }, { at }) =>
    survivor === null ? { type: 'ruled-misrouted', at, need, owner } : null,
  UnitClosingBegan: ({ unitId: unit }, { at }) => ({ type: 'unit-closed', at, unit, heir: parents[unit] ?? C }),
  OrderPlaced: ({ needId: need, orderId: order, specialty }, { at, needs }) => {
    needs.set(order, need)
    return { type: 'order-placed', at, need, order, specialty }
  },
  OrderCancelled: (event, telling) =>
    tellEnd(event, telling, { type: 'cancelled', byOffice: event.by === 'handler' || event.by === 'office-proxy' }),
  OrderUnmet: (event, telling) => tellEnd(event, telling, { type: 'unmet' }),
}
const tellFact = ({ data, recordedAt }: Envelope<LedgerEvent>, needs: Map<string, string>): NeedFact | null => {
  // The entry of a type takes events of that type, which the type of an index by a union cannot express.
  const tell = tellers[data.type] as Teller<LedgerEvent['type']> | undefined
  return tell?.(data, { at: Date.parse(recordedAt), needs }) ?? null
}

const ids = ['N1', 'N2', 'N3'] as const
type Deed = (county: NeedCounty, needId: string, other: string) => Promise<unknown>
const text = async ({ ledger }: NeedCounty, words: string) => (await ledger.keep([words]))[0]
const order = (needId: string) => `${needId}-o`
const by =
  (who: Folk, say: (needId: string, other: string) => Parameters<NeedCounty['ask']>[1]): Deed =>
  (county, needId, other) =>
    county.ask(who, say(needId, other))
const deeds: Readonly<Record<string, Deed>> = {
  submit: (county, needId) => county.submit(needId),
  submitThere: (county, needId) => county.submit(needId, { unitId: V1b, channel: 'telephone' }),
  submitFor: (county, needId) =>
    county.submit(needId, { by: 'h', proxy: { person: 'h', kind: 'grid-worker' }, channel: 'grid-worker' }),
  approve: by('kt', approve),
  approveAbove: by('kc', approve),
  reject: by('kt', (needId) => reject(needId)),
  refer: by('kt', (needId) => ({ type: 'ReferNeed', needId, receiver: '12345', ...why('municipal') })),
  ask: async (county, needId, other) =>
    county.ask('kt', { type: 'RequestInformation', needId, question: await text(county, `${needId}? ${other}`) }),
  supply: async (county, needId, other) =>
    county.ask('r1', { type: 'SupplyInformation', needId, answer: await text(county, `${needId}! ${other}`) }),
  merge: by('kt', merge),
  mergeAbove: by('kc', merge),
  unmerge: by('kc', (needId) => ({ type: 'UnmergeNeed', needId, ...why('not-the-same') })),
  withdraw: by('r1', withdraw),
  place: by('kc', (needId, other) => place(`${order(needId)}${other}`, needId)),
  cancel: by('kc', (needId, other) => ({ type: 'CancelOrder', orderId: `${order(needId)}${other}`, ...why('x') })),
  escalate: async (county, needId, other) => {
    const escalation = { type: 'EscalateOrder', orderId: `${order(needId)}${other}`, round: 1, ...why('x') }
    for (const from of [V1, V1b, V2, T1, T2]) await county.ask('pc', { ...escalation, from })
  },
  unmet: by('pc', (needId, other) => ({ type: 'EndUnmet', orderId: `${order(needId)}${other}`, ...why('x') })),
  rule: by('pc', (needId) => rule(needId, V2)),
  close: by('admin', () => ({ type: 'BeginClosingUnit', unitId: V1 })),
}

const start = Date.parse('2020-05-06T00:00:00.000Z')
/** Hour by hour, since a timer that ends between two hours begins the next clock at its end. */
const wait = async (county: NeedCounty, from: number, hours: number): Promise<number> => {
  for (let hour = 1; hour <= hours; hour++)
    await county.at(new Date(from + hour * 3_600_000).toISOString().slice(5, 16).replace('T', ' '))
  return from + hours * 3_600_000
}

const instant = (words: string | null | undefined): number | null =>
  words === null || words === undefined ? null : Date.parse(words)
/** The clocks of a need as its last events say them, and what its to-do lines wait for. */
const readLedger = async (county: NeedCounty, needId: string) => {
  const own = (await county.ledger.timeline({ needId }))?.steps ?? []
  const facts = own
    .map(({ type, facts: said }): Readonly<Record<string, unknown>> => ({ type, ...said }))
    .filter((step) => step['needId'] === needId)
  const last = (field: string) => facts.findLast((step) => field in step)?.[field] as string | undefined
  const lines = (await county.ledger.toDo(C)).filter(({ subject }) => 'needId' in subject && subject.needId === needId)
  const waiting = lines.map(({ place: unit, waits }) => `${unit} ${waits}`).sort()
  return { answerDue: instant(last('answerDueAt')), orderDue: instant(last('orderDueAt')), waiting }
}
const lists: Readonly<Record<string, string>> = {
  answer: 'answer',
  order: 'order',
  'order-overdue': 'late-order',
  unmet: 'unmet',
}

const step = fc.record({
  deed: fc.constantFrom(...Object.keys(deeds)),
  need: fc.constantFrom(...ids),
  other: fc.constantFrom(...ids),
  hours: fc.constantFrom(0, 0, 0, 1, 5, 24, 30, 72, 170),
})

const agree = async (steps: ReadonlyArray<{ deed: string; need: string; other: string; hours: number }>) => {
  const county = await openNeeds()
  let now = start
  await county.submit('N1')
  await county.submit('N2', { channel: 'telephone', kind: 'health' })
  for (const { deed, need, other, hours } of steps) {
    now = await wait(county, now, hours)
    await deeds[deed]?.(county, need, other)
  }
  const needs = new Map<string, string>()
  const { events } = await county.ledger.read(null, 100_000)
  const facts = events.flatMap((one) => tellFact(one as Envelope<LedgerEvent>, needs) ?? [])
  const { world, refused } = replayNeeds(facts, now, tree)
  expect(refused.filter((refusal) => refusal !== null)).toEqual([])
  for (const [id, need] of world.needs) {
    const view = showNeed(need, now, tree, calendar, defaultNeedTerms)
    const told = await readLedger(county, id)
    const expected = view.toDo.map(({ unit, why: reason }) => `${unit} ${lists[reason] ?? reason}`).sort()
    expect({ id, waiting: told.waiting }).toEqual({ id, waiting: expected })
    if (view.answerDue !== null) expect(told.answerDue).toBe(view.answerDue)
    if (view.orderDue !== null) expect(told.orderDue).toBe(view.orderDue)
  }
}

describe('needs by the ledger and by the oracle', () => {
  it(
    'N2, N5, N7, N12, O19: wait at the same units for the same, until the same instants',
    { timeout: 240_000 },
    async () => {
      await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 22 }), agree), { numRuns: 60 })
    },
  )
})
