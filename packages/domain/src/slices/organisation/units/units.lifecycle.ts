import type { Lifecycle } from '@zhiyuan/kernel'
import type { OrganisationCommand } from './units.codec.ts'
import type { Unit, UnitTree } from './units.state.ts'

export type UnitStanding = 'None' | Unit['status']
type UnitTransition = Lifecycle<UnitStanding, OrganisationCommand['type']>['transitions'][number]

/** How one unit of the tree stands. */
export const nameUnitStanding = ({ units }: UnitTree, unitId: string): UnitStanding =>
  units.get(unitId as Unit['unitId'])?.status ?? 'None'

const makeStays = (
  from: UnitStanding,
  ...commands: ReadonlyArray<OrganisationCommand['type']>
): ReadonlyArray<UnitTransition> => commands.map((command) => ({ from, command, to: [from], by: 'unit' }))

/** One unit: open, closing, closed (G1). Changes of its bodies and posts leave its state as it is. */
export const unitLifecycle: Lifecycle<UnitStanding, OrganisationCommand['type']> = {
  initial: 'None',
  final: ['Closed'],
  resting: ['Open'],
  repeats: ['OpenUnit', 'BeginClosingUnit'],
  transitions: [
    { from: 'None', command: 'OpenUnit', to: ['Open'], by: 'unit' },
    { from: 'Open', command: 'BeginClosingUnit', to: ['Closing'], by: 'unit' },
    { from: 'Closing', command: 'CloseUnit', to: ['Closed'], by: 'process' },
    ...makeStays(
      'Open',
      'MoveUnit',
      'RenameUnit',
      'RegisterBody',
      'SucceedBody',
      'TakePost',
      'LeavePost',
      'LeaveOffice',
    ),
    ...makeStays('Closing', 'RegisterBody', 'SucceedBody', 'TakePost', 'LeavePost', 'LeaveOffice'),
    ...makeStays('Closed', 'SucceedBody', 'LeavePost', 'LeaveOffice'),
  ],
  notBuilt: [],
}
