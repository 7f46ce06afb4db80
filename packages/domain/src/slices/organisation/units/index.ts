import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { OrganisationCommand, OrganisationEvent } from './units.codec.ts'
import { organisationDecider } from './units.decide.ts'
import { nameUnitStanding, unitLifecycle } from './units.lifecycle.ts'
import type { OrganisationRejection } from './units.rejection.ts'
import type { UnitTree } from './units.state.ts'
import { restoreOrganisation } from './units.restore.ts'

export * from './units.codec.ts'
export * from './units.read.ts'
export type * from './units.rejection.ts'

/** The unit tree, its bodies and its posts. */
export const organisation: Slice<OrganisationCommand, UnitTree, OrganisationEvent, OrganisationRejection, 'units'> = {
  name: 'units',
  command: OrganisationCommand,
  event: OrganisationEvent,
  decider: organisationDecider,
  lifecycle: tableLifecycle(unitLifecycle, nameUnitStanding),
  restoreCommand: restoreOrganisation,
}
