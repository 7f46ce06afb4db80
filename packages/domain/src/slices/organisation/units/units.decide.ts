import type { Decider } from '@zhiyuan/kernel'
import { registerBody, succeedBody } from './decide/bodies.ts'
import { leaveOffice, leavePost, takePost } from './decide/posts.ts'
import { beginClosingUnit, closeUnit, moveUnit, openUnit, renameUnit } from './decide/units.ts'
import type { OrganisationCommand, OrganisationEvent } from './units.codec.ts'
import { unitsStream } from './units.read.ts'
import type { OrganisationRejection } from './units.rejection.ts'
import { unitsFold, type UnitTree } from './units.state.ts'

export const organisationDecider: Decider<OrganisationCommand, UnitTree, OrganisationEvent, OrganisationRejection> = {
  stream: (_command, jurisdiction) => unitsStream(jurisdiction),
  fold: unitsFold,
  handlers: {
    OpenUnit: openUnit,
    BeginClosingUnit: beginClosingUnit,
    CloseUnit: closeUnit,
    MoveUnit: moveUnit,
    RenameUnit: renameUnit,
    RegisterBody: registerBody,
    SucceedBody: succeedBody,
    TakePost: takePost,
    LeavePost: leavePost,
    LeaveOffice: leaveOffice,
  },
}
