/** One walk through every lifecycle table. */
import { describe, expect, it } from 'vitest'
import type { Lifecycle, Slice, Typed } from '@zhiyuan/kernel'
import { attemptIn, stateAt, walkLifecycle } from '@zhiyuan/testing'
import { assignment } from './slices/attendance/assignment/index.ts'
import { assignmentLifecycle } from './slices/attendance/assignment/assignment.lifecycle.ts'
import { assignmentSamples } from './slices/attendance/assignment/assignment.sample.ts'
import { need } from './slices/requests/need/index.ts'
import { needLifecycle } from './slices/requests/need/need.lifecycle.ts'
import { needSamples } from './slices/requests/need/need.sample.ts'
import { order } from './slices/requests/order/index.ts'
import { orderLifecycle } from './slices/requests/order/order.lifecycle.ts'
import { orderSamples } from './slices/requests/order/order.sample.ts'
import { organisation, type UnitTree } from './slices/organisation/units/index.ts'
import { standingOfUnit, unitLifecycle } from './slices/organisation/units/units.lifecycle.ts'
import { unitSamples } from './slices/organisation/units/units.sample.ts'
import { points } from './slices/recognition/points/index.ts'
import { pointsLifecycle } from './slices/recognition/points/points.lifecycle.ts'
import { pointsSamples } from './slices/recognition/points/points.sample.ts'
import { pointsStateName } from './slices/recognition/points/points.state.ts'
import { people } from './sample/people.ts'
import type { Samples } from './sample/lifecycle.ts'
import { scene, world } from './sample/world.ts'
import { record, type RecordState } from './slices/hours/record/index.ts'
import { recordLifecycle } from './slices/hours/record/record.lifecycle.ts'
import { recordSamples } from './slices/hours/record/record.sample.ts'
import { star } from './slices/recognition/star/index.ts'
import { starLifecycle } from './slices/recognition/star/star.lifecycle.ts'
import { starSamples } from './slices/recognition/star/star.sample.ts'
import { starStateName } from './slices/recognition/star/star.state.ts'
import { team } from './slices/organisation/team/index.ts'
import { teamLifecycle } from './slices/organisation/team/team.lifecycle.ts'
import { teamSamples } from './slices/organisation/team/team.sample.ts'
import { volunteer } from './slices/people/volunteer/index.ts'
import { volunteerLifecycle } from './slices/people/volunteer/volunteer.lifecycle.ts'
import { volunteerSamples } from './slices/people/volunteer/volunteer.sample.ts'

interface Tabled {
  // Each row pairs a slice with its own table and samples; the rows differ in every type.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly slice: Slice<any, any, any, any>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly table: Lifecycle<any, any>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly samples: Samples<any, any>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly stateOf: (state: any) => string
  readonly otherwise?: Readonly<Record<string, ReadonlyArray<string>>>
}

const typed = ({ type }: Typed): string => type
const tables: ReadonlyArray<Tabled> = [
  {
    slice: organisation,
    table: unitLifecycle,
    samples: unitSamples,
    stateOf: (tree: UnitTree) => standingOfUnit(tree, 'V3' as never),
    otherwise: { None: ['UnknownUnit', 'UnknownBody', 'PostNotHeld', 'NotThere'] },
  },
  {
    slice: record,
    table: recordLifecycle,
    samples: recordSamples,
    stateOf: ({ records }: RecordState) => records.get('R5' as never)?.status ?? 'none',
  },
  { slice: team, table: teamLifecycle, samples: teamSamples, stateOf: typed },
  { slice: volunteer, table: volunteerLifecycle, samples: volunteerSamples, stateOf: typed },
  { slice: need, table: needLifecycle, samples: needSamples, stateOf: typed },
  { slice: order, table: orderLifecycle, samples: orderSamples, stateOf: typed },
  { slice: assignment, table: assignmentLifecycle, samples: assignmentSamples, stateOf: typed },
  {
    slice: points,
    table: pointsLifecycle,
    samples: pointsSamples,
    stateOf: pointsStateName,
    otherwise: { None: ['InsufficientPoints'], Spent: ['InsufficientPoints'], Owing: ['InsufficientPoints'] },
  },
  { slice: star, table: starLifecycle, samples: starSamples, stateOf: starStateName },
]

describe.each(tables)('the lifecycle of $table.slice', ({ slice, table, samples, stateOf, otherwise = {} }) => {
  it('is kept: each listed transition happens, each other is refused by name, and every wait has an exit', () => {
    const { jurisdiction } = scene
    expect(walkLifecycle({ slice, table, samples, stateOf, otherwise, world, jurisdiction })).toEqual([])
  })

  it('leaves to timers and processes what is theirs in that state', () => {
    for (const { from, command, by } of table.transitions) {
      if (by !== 'timer' && by !== 'process') continue
      const { past, knowing, now, command: words } = samples(from, command)
      const setting = { world: { ...world, ...knowing }, past, scene: { ...scene, now, actor: people.admin } }
      const outcome = attemptIn(slice, setting)(stateAt(slice, setting), { command: words })
      const type: unknown = expect.stringMatching(/^(OnlyAProcess|CommandNotAllowed)$/)
      expect(outcome, `${String(command)} by a person in ${String(from)}`).toMatchObject({ left: { type } })
    }
  })
})
