/** The samples by which each slice's table is walked, by slice. */
import type { Slice, TabledLifecycle, Typed } from '@zhiyuan/kernel'
import { assignmentSamples } from '../slices/attendance/assignment/assignment.sample.ts'
import { needSamples } from '../slices/requests/need/need.sample.ts'
import { numberSamples, volunteerSamples } from '../slices/people/volunteer/volunteer.sample.ts'
import { orderSamples } from '../slices/requests/order/order.sample.ts'
import { pointsSamples } from '../slices/recognition/points/points.sample.ts'
import { recordSamples } from '../slices/hours/record/record.sample.ts'
import { starSamples } from '../slices/recognition/star/star.sample.ts'
import { teamSamples } from '../slices/organisation/team/team.sample.ts'
import { unitSamples } from '../slices/organisation/units/units.sample.ts'
import type { SliceName } from '../arbitrary.ts'
import { slices } from '../slices.ts'
import type { Trial } from './lifecycle.ts'

export interface Sampled {
  // Each slice has states and commands of its own.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly samples: (state: any, command: any) => Trial<Typed>
  /** Which thing of a stream that holds many is walked. */
  readonly id?: string
  /** How commands are refused in a state, where that is not `CommandNotAllowed`. */
  readonly otherwise?: Readonly<Record<string, ReadonlyArray<string>>>
}
export const sampled: { readonly [N in SliceName]?: Sampled } = {
  units: {
    samples: unitSamples,
    id: 'V3',
    otherwise: { None: ['UnknownUnit', 'UnknownBody', 'PostNotHeld', 'NotThere'] },
  },
  record: { samples: recordSamples, id: 'R5' },
  team: { samples: teamSamples },
  volunteer: { samples: volunteerSamples },
  number: { samples: numberSamples },
  need: { samples: needSamples },
  order: { samples: orderSamples },
  assignment: { samples: assignmentSamples },
  points: {
    samples: pointsSamples,
    otherwise: { None: ['InsufficientPoints'], Spent: ['InsufficientPoints'], Owing: ['InsufficientPoints'] },
  },
  star: { samples: starSamples },
}

/** Every slice. The union of their types is too large for the compiler; that a slice's parts fit each other, its own file has shown. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const allSlices: ReadonlyArray<Slice<any, any, any, any, SliceName>> = slices
/** A slice with a table, to be walked. */
export interface Walk {
  readonly name: SliceName
  readonly slice: (typeof allSlices)[number]
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly lifecycle: TabledLifecycle<any, any>
}
export const walks: ReadonlyArray<Walk> = allSlices.flatMap((slice) =>
  slice.lifecycle.table === null ? [] : [{ name: slice.name, slice, lifecycle: slice.lifecycle }],
)
