/** No need falls out of the world, over histories of several needs, orders and units (N12). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Envelope, Plain } from '@zhiyuan/kernel'
import { foldRows, startLoop, type Loop, type PlainActor } from '@zhiyuan/testing'
import type { LedgerEvent } from '../../ledger.ts'
import { need, type NeedState } from '../../slices/requests/need/index.ts'
import { organisation, type UnitTree } from '../../slices/organisation/units/index.ts'
import { people, units } from '../../fixtures/people.ts'
import { toDo } from '../../views/to-do/project.ts'
import type { ToDoRow } from '../../views/to-do/row.ts'
import { servingProcesses } from '../index.ts'
import { beginClosing, type CountyCommand } from './county.fixture.ts'
import {
  accept,
  approve,
  askBack,
  cancelOrder,
  clerkC,
  clerkT1,
  clerkV12,
  endUnmet,
  escalateOrder,
  merge,
  needsCounty,
  place,
  refer,
  reject,
  rule,
  submit,
  supply,
  unmerge,
  V12,
  withdraw,
} from './needs.fixture.ts'

const { C, T1, V1, V2 } = units
const { r1, h1, admin, dispatcherC, dispatcherT1 } = people
type Deed = readonly [PlainActor, Plain<CountyCommand>]

const ids = ['N1', 'N2', 'N3'] as const
const orders = ids.flatMap((needId) => [1, 2].map((n) => [`${needId}-${n}`, needId] as const))
/** The clerk of the township stands for those of its villages too. */
const deeds: ReadonlyArray<Deed> = [
  ...ids.flatMap((needId): ReadonlyArray<Deed> => [
    [r1, submit(needId)],
    [h1, submit(needId, { proxy: { person: 'h1', kind: 'grid-worker' } })],
    [r1, submit(needId, { unitId: V12 })],
    [r1, submit(needId, { unitId: C })],
    [clerkC, approve(needId)],
    [clerkT1, approve(needId)],
    [clerkT1, reject(needId)],
    [clerkT1, refer(needId)],
    [clerkT1, askBack(needId)],
    [r1, supply(needId)],
    [r1, withdraw(needId)],
    [clerkT1, unmerge(needId)],
    ...ids.flatMap((into): ReadonlyArray<Deed> => (into === needId ? [] : [[clerkT1, merge(needId, into)]])),
    [dispatcherT1, rule(needId, V12)],
    [dispatcherC, rule(needId, V2)],
    [dispatcherC, rule(needId, V12)],
    [clerkV12, accept(needId, V12)],
  ]),
  ...orders.flatMap(([orderId, needId]): ReadonlyArray<Deed> => [
    [clerkC, place(orderId, needId)],
    [clerkC, cancelOrder(orderId)],
    [dispatcherC, escalateOrder(orderId, V1)],
    [dispatcherC, escalateOrder(orderId, T1)],
    [dispatcherC, endUnmet(orderId)],
  ]),
  [admin, beginClosing(V1)],
  [admin, beginClosing(V12)],
]

const isFinished = (state: NeedState, survivor: NeedState): boolean => {
  if (state.type === 'Approved') return state.standing === 'met'
  if (state.type !== 'Merged') return ['None', 'Rejected', 'Referred', 'Withdrawn', 'Lapsed'].includes(state.type)
  // The need follows its survivor, which has not ended unserved.
  return (
    ['Submitted', 'InfoRequested', 'Merged'].includes(survivor.type) ||
    (survivor.type === 'Approved' && survivor.standing !== 'unmet')
  )
}
const isRunning = ({ waits, due }: ToDoRow): boolean => waits !== null || due.length > 0

/** The needs that are not finished, and for which no clock runs and no to-do shows a line, or that a closed unit owns. */
const listLost = (loop: Loop<CountyCommand>): ReadonlyArray<string> => {
  // The loop knows the events of its own slices; each of them is one of the ledger.
  const rows = foldRows(toDo, loop.log() as unknown as ReadonlyArray<Envelope<LedgerEvent>>)
  const tree = loop.state(organisation, 'units-131081') as UnitTree
  const readNeed = (id: string) => loop.state(need, `need-${id}`) as NeedState
  return ids.filter((id) => {
    const state = readNeed(id)
    if (state.type === 'None' || isFinished(state, readNeed(state.type === 'Merged' ? state.into : id))) return false
    const served: ReadonlyArray<string> = state.orders
    const own = [...rows.values()].filter(
      ({ subject }) =>
        subject !== null &&
        (('needId' in subject && subject.needId === id) || ('orderId' in subject && served.includes(subject.orderId))),
    )
    const atClosed = state.type !== 'Merged' && tree.units.get(state.owner)?.status === 'Closed'
    return !own.some(isRunning) || atClosed
  })
}

const moments = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 * 24 * 60 }) },
)
const story = fc.array(
  fc.tuple(fc.constantFrom(...deeds), fc.integer({ min: 0, max: 3 }), moments, fc.infiniteStream(fc.nat(50))),
  { minLength: 5, maxLength: 40, size: 'max' },
)

const holds = (processes: typeof needsCounty.processes, numRuns: number): void => {
  fc.assert(
    fc.property(story, (acts) => {
      const loop = startLoop({ ...needsCounty, processes })
      let now = Date.parse(needsCounty.scene.now)
      for (const [[actor, command], done, passes, picks] of acts) {
        now += passes * 60_000
        if (passes > 0) loop.restUntil(new Date(now).toISOString())
        loop.send(actor, command)
        for (let left = done; left > 0 && loop.waiting().length > 0; left--)
          loop.deliver((picks.next().value as number) % loop.waiting().length)
      }
      loop.rest((waiting) => (acts[0]?.[3].next().value as number) % waiting.length)
      expect(listLost(loop)).toEqual([])
    }),
    { numRuns, includeErrorInReport: true },
  )
}

describe('over histories of needs', () => {
  it('N12: not finished means that some clock runs or some to-do shows it', { timeout: 120_000 }, () => {
    holds(needsCounty.processes, 400)
  })
  it.each(['need-standings', 'unserved-survivors', 'pass-needs-on'])(
    'N12: the law fails without the process %s',
    { timeout: 120_000 },
    (name) => {
      const without = servingProcesses.filter((process) => process.name !== name)
      expect(() => {
        // One process is missing on purpose, and the county's type is a tuple of all.
        holds(without as unknown as typeof needsCounty.processes, 1500)
      }).toThrow()
    },
  )
})
