/** Events and commands of one unit: village V3, opened under T1 of the sample tree. */
import type { Typed } from '@zhiyuan/kernel'
import { pickCommand, type MakeTrial, type Says } from '../../../fixtures/lifecycle.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { unitEvents } from '../../../fixtures/world.ts'
import type { OrganisationCommand } from './units.codec.ts'
import type { UnitStanding } from './units.lifecycle.ts'

const node = { unitId: 'V3', level: 'village', parent: units.T1, name: 'V3', code: null } as const
const post = { unitId: 'V3', post: 'approver', person: 'q3', office: 'secretary' } as const

const opened = [...unitEvents, { type: 'UnitOpened', ...node }, { type: 'PostTaken', ...post }] as const
const closing = [...opened, { type: 'UnitClosingBegan', unitId: 'V3' }] as const

const pasts: Readonly<Record<UnitStanding, ReadonlyArray<Typed>>> = {
  None: unitEvents,
  Open: opened,
  Closing: closing,
  Closed: [...closing, { type: 'UnitClosed', unitId: 'V3', parent: units.T1 } as never],
}

const words: Says<OrganisationCommand> = {
  OpenUnit: node,
  BeginClosingUnit: { unitId: 'V3' },
  CloseUnit: { unitId: 'V3' },
  MoveUnit: { unitId: 'V3', parent: units.T2 },
  RenameUnit: { unitId: 'V3', name: 'West village' },
  RegisterBody: { bodyId: 'school', unitId: 'V3', name: 'School' },
  SucceedBody: { bodyId: 'V3', successor: units.V1 },
  TakePost: { ...post, person: 'q4' },
  LeavePost: { unitId: post.unitId, post: post.post, person: post.person },
  LeaveOffice: { office: post.office, person: post.person },
}

export const unitTrial: MakeTrial<UnitStanding, OrganisationCommand> = (state, command) => ({
  past: pasts[state],
  command: pickCommand<OrganisationCommand>(words, command),
  now: '2020-04-20T02:00:00.000Z',
  actor: command === 'CloseUnit' ? timer : people.admin,
})
