import { roles } from '../../../vocabulary/values.ts'
import { byNoOffice, type RolesOf } from '../../organisation/permit.ts'
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
const byOfficer = { roles: [roles.dispatcher, roles.clerk], where: 'own' } as const

export const needRoles = {
  SubmitNeed: {
    ...byClerk,
    roles: [roles.gridWorker, roles.informationOfficer, roles.stationClerk, roles.clerk],
    persons: ['requester', 'proxy'],
    decides: 'nothing: a clerk answers. In office as the proxy that it names',
  },
  ReleaseNeed: { ...byOtherClerk, decides: 'that a held need is answered as any other' },
  RequestInformation: { ...byOtherClerk, decides: 'that the answer waits for information' },
  SupplyInformation: { ...byClerk, persons: side, decides: 'nothing: it answers a question' },
  ApproveNeed: { ...byOtherClerk, decides: 'that the need is served' },
  RejectNeed: { ...byOtherClerk, decides: 'that the need is not served' },
  ReferNeed: { ...byOtherClerk, decides: 'that others serve the need' },
  MergeNeed: { ...byOtherClerk, decides: 'that the need is answered with another one' },
  UnmergeNeed: { ...byOtherClerk, decides: 'that the need is answered by itself again' },
  WithdrawNeed: { ...byClerk, persons: side, decides: 'the end of the need; in office only after its approval' },
  UrgeNeed: { ...byNoOffice, persons: ['requester', 'contact'], decides: 'nothing: it urges' },
  RuleMisrouted: {
    ...byOtherClerk,
    ...byOfficer,
    unit: 'the lowest unit that has both owners below it',
    decides: 'whose the need is; what the city gives away is only offered',
  },
  AnswerOwnership: {
    ...byOtherClerk,
    ...byOfficer,
    unit: 'the unit to which the city gives the need',
    decides: 'that the need is its own',
  },
} as const satisfies RolesOf<NeedCommand>
