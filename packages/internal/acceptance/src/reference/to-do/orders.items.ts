/** Items of orders. */
import type { Waits } from '@zhiyuan/domain/requests'
import type { Waiting } from './item.ts'

export const orderItems = {
  dispatch: {
    says: ['An order is in the queue and looks for a team.', '点单待派单。'],
    list: 'handler',
    shown: 'item',
    rules: ['O4', 'O16', 'O23'],
    who: ['clerk', 'dispatcher', 'requester', 'contact', 'proxy'],
    by: {
      order: [
        'DispatchOrder',
        'OpenClaim',
        'ConcludeNoTeam',
        'EscalateOrder',
        'ReturnOrder',
        'TransferOrder',
        'EndUnmet',
        'CancelOrder',
      ],
    },
  },
  offer: {
    says: ['An order was offered to a team, whose leader answers.', '已派单，待队伍负责人答复。'],
    list: 'handler',
    shown: 'clock',
    rules: ['A2', 'O16'],
    who: ['dispatcher', 'leader'],
    by: { order: ['AcceptOffer', 'DeclineOffer', 'RecallOffer'] },
  },
  claim: {
    says: [
      'An order stands on the open list, where a fitting team may claim it.',
      '点单已列入待认领清单，待队伍认领。',
    ],
    list: 'handler',
    shown: 'clock',
    rules: ['O16'],
    who: ['dispatcher', 'leader'],
    by: { order: ['ClaimOrder', 'RecallOffer'] },
  },
  schedule: {
    says: [
      'A team has accepted: volunteers take seats, and a time is set where there is none.',
      '队伍已接单，待志愿者认领席位；未定时间的须定时间。',
    ],
    list: 'handler',
    shown: 'item',
    rules: ['A1', 'O22'],
    who: ['clerk', 'dispatcher', 'member', 'leader', 'requester', 'contact', 'proxy'],
    by: { order: ['TakeSeat', 'SetServiceTime', 'ChangeSeats', 'HandBackOrder', 'CancelOrder'] },
  },
  seats: {
    says: [
      'The last volunteer has given up the seat, and seats are to be filled again.',
      '最后一名志愿者已退出，席位待补。',
    ],
    list: 'handler',
    shown: 'item',
    rules: ['A8', 'O11'],
    who: ['clerk', 'dispatcher', 'member', 'leader', 'requester', 'contact', 'proxy'],
    by: { order: ['TakeSeat', 'ChangeSeats', 'HandBackOrder', 'CancelOrder'] },
  },
  service: {
    says: ['The service is scheduled and has not begun.', '服务已排定，尚未开始。'],
    list: 'handler',
    shown: 'clock',
    rules: ['O22'],
    who: ['clerk', 'dispatcher', 'volunteer', 'leader', 'requester', 'contact', 'proxy'],
    by: { order: ['CheckIn', 'HandBackOrder', 'CancelOrder'] },
  },
  report: {
    says: ['Service has begun, and its end is to be reported.', '服务已开始，待报告结束。'],
    list: 'handler',
    shown: 'item',
    rules: ['O7'],
    who: ['clerk', 'dispatcher', 'leader', 'seated'],
    by: { order: ['ReportService', 'AbortOrder'] },
  },
  review: {
    says: [
      'Service was reported: the requester’s side reviews, or the owner follows up.',
      '服务已报告，待评单或回访。',
    ],
    list: 'handler',
    shown: 'clock',
    rules: ['O7', 'N10'],
    who: ['clerk', 'dispatcher', 'assessor', 'requester', 'contact', 'family'],
    by: { order: ['ReviewOrder', 'FollowUpOrder'] },
  },
  abort: {
    says: [
      'The need was withdrawn while service is under way: the handler ends the service, or reports it.',
      '服务进行中需求被撤回，由承办单位中止服务或报告结束。',
    ],
    list: 'handler',
    shown: 'item',
    rules: ['O28'],
    who: ['clerk', 'dispatcher', 'leader', 'seated'],
    by: { order: ['AbortOrder', 'ReportService'] },
  },
} as const satisfies { readonly [W in Waits]?: Waiting }
