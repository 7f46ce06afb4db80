import { roles } from '../../../vocabulary/values.ts'
import { byNoOffice, type RolesOf } from '../../organisation/permit.ts'
import type { OrderCommand } from './order.codec.ts'

const side = ['requester', 'contact', 'proxy'] as const
const inOffice = { where: 'own-or-above', unit: 'the handler', persons: [], never: [] } as const
const byHandler = { ...inOffice, roles: [roles.dispatcher, roles.clerk] } as const
const byDispatcher = { ...inOffice, roles: [roles.dispatcher] } as const
/** G7: what the office decides about an order, another person than those who wait for the service decides. */
const byOther = { ...byHandler, never: side } as const
const byOwner = { ...byOther, unit: 'the owner' } as const
const byLeader = { ...byNoOffice, persons: ['leader'] } as const
/** O7, N15: a proxy of the office is none of them. */
const byRequestersSide = { ...byNoOffice, persons: ['requester', 'contact', 'family'] } as const
const placing = {
  ...inOffice,
  roles: [roles.clerk, roles.stationClerk],
  unit: 'the unit that owns the need',
  persons: side,
} as const

export const orderRoles = {
  PlaceOrder: { ...placing, decides: 'an order of an approved need' },
  PlaceIntendedOrder: { ...placing, decides: 'an order beside one that is like it' },
  DispatchOrder: { ...byDispatcher, never: [...side, 'leader'], decides: 'which team is asked' },
  ConcludeNoTeam: { ...byDispatcher, decides: "nothing: the finding is the ledger's" },
  OpenClaim: { ...byDispatcher, never: side, decides: 'that each fitting team may claim' },
  ClaimOrder: { ...byLeader, decides: 'that the own team serves' },
  AcceptOffer: { ...byLeader, decides: 'that the own team serves' },
  DeclineOffer: { ...byLeader, decides: 'that the own team does not serve' },
  RecallOffer: { ...byDispatcher, never: side, decides: 'that an offer ends' },
  TakeSeat: { ...byNoOffice, persons: ['member'], decides: 'that oneself serves' },
  ChangeSeats: { ...byOther, decides: 'how many may serve' },
  HandBackOrder: { ...byOther, persons: ['leader'], decides: 'that the team does not serve' },
  CancelFirstService: { ...byOther, decides: 'that the second of two services stands alone' },
  ReportService: { ...byHandler, persons: ['leader', 'seated'], decides: 'nothing: it tells that service has ended' },
  AbortOrder: { ...byOther, decides: 'the end of a service under way' },
  ReviewOrder: { ...byRequestersSide, never: ['performer', 'leader', 'member'], decides: 'rating and outcome' },
  FollowUpOrder: {
    ...byOwner,
    roles: [roles.clerk, roles.assessor, roles.dispatcher],
    unit: 'the owner; where a team of its own served the unit above, and at the top two together (G8)',
    never: [...side, 'performer', 'hand'],
    decides: 'that a service was checked',
  },
  ReopenOrder: { ...byOwner, roles: [roles.clerk], persons: side, never: [], decides: 'a further round' },
  EscalateOrder: { ...byOther, decides: 'that the unit above works on it' },
  ReturnOrder: { ...byOther, decides: 'that the unit below works on it again' },
  TransferOrder: { ...byOther, decides: 'which unit below works on it' },
  CancelOrder: { ...byHandler, persons: side, decides: 'the end of an order before service' },
  EndUnmet: { ...byOther, decides: 'that the order ends unserved; at the top only' },
  SetServiceTime: { ...byOther, persons: ['leader'], decides: 'the time, once the team has accepted' },
  AgreeToTime: { ...byRequestersSide, never: ['asker'], decides: 'that the time suits those who wait' },
  AskExtension: { ...byOther, decides: 'nothing: it asks for a later due date' },
  AnswerExtension: {
    ...inOffice,
    roles: [roles.clerk, roles.dispatcher, roles.assessor],
    unit: 'the unit above the one that asked and the handler; at the top two together (G8)',
    persons: ['requester', 'contact', 'family'],
    never: ['asker'],
    decides: 'a later due date',
  },
  KeepTwin: { ...byOwner, decides: 'that two orders that are alike are both meant' },
  UrgeOrder: { ...byNoOffice, persons: ['requester', 'contact'], decides: 'nothing: it urges' },
} as const satisfies RolesOf<OrderCommand>
