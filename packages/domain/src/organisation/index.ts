import type { Slice } from '@zhiyuan/kernel'
import { OrganisationCommand, OrganisationEvent } from './organisation.codec.ts'
import { organisationDecider } from './organisation.decide.ts'
import type { OrganisationRejection } from './organisation.rejection.ts'
import type { UnitTree } from './organisation.state.ts'

export * from './organisation.codec.ts'
export * from './organisation.fact.ts'
export type * from './organisation.rejection.ts'

/** The unit tree, its bodies and its posts. */
export const organisation: Slice<OrganisationCommand, UnitTree, OrganisationEvent, OrganisationRejection> = {
  name: 'units',
  command: OrganisationCommand,
  event: OrganisationEvent,
  decider: organisationDecider,
}
