import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../../organisation/permit.ts'
import type { NeedCommand } from './need.codec.ts'

const byClerk = {
  roles: [roles.clerk],
  where: 'own-or-above',
  unit: 'the unit that owns the need',
  persons: [],
  never: [],
} as const
const side = ['requester', 'contact', 'proxy'] as const
/** G7: an answer to a need is another person's; to have typed the need for a caller is not being its proxy. */
const byOtherClerk = { ...byClerk, never: side } as const

export const needRoles = {
  SubmitNeed: {
    ...byClerk,
    roles: [roles.gridWorker, roles.informationOfficer, roles.stationClerk, roles.clerk],
    persons: ['requester', 'proxy'],
    decides: 'nothing: a clerk answers. In office as the proxy that it names',
  },
  RequestInformation: { ...byClerk, decides: 'nothing: it asks' },
  SupplyInformation: { ...byClerk, persons: side, decides: 'nothing: it answers a question' },
  ApproveNeed: { ...byOtherClerk, decides: 'that the need is served' },
  RejectNeed: { ...byOtherClerk, decides: 'that the need is not served' },
  ReferNeed: { ...byOtherClerk, decides: 'that others serve the need' },
  MergeNeed: { ...byOtherClerk, decides: 'that the need is answered with another one' },
  WithdrawNeed: { ...byClerk, persons: side, decides: 'the end of the need; in office only after its approval' },
} as const satisfies RolesOf<NeedCommand>
