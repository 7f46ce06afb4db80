/** Items about needs. */
import type { Waits } from '@zhiyuan/domain/requests'
import type { Waiting } from './item.ts'

export const needItems = {
  answer: {
    says: ['A need is to be answered, with a reason where it is refused.', '需求待答复；不受理须说明理由。'],
    list: 'owner',
    shown: 'item',
    rules: ['N2', 'N14'],
    who: ['clerk'],
    by: { need: ['ApproveNeed', 'RejectNeed', 'ReferNeed', 'MergeNeed', 'RequestInformation'] },
  },
  information: {
    says: ['The requester was asked for information.', '已请需求人补充信息，待其回复。'],
    list: 'owner',
    shown: 'clock',
    rules: ['N7'],
    who: ['clerk', 'requester', 'contact', 'proxy'],
    by: { need: ['SupplyInformation'] },
  },
  release: {
    says: [
      'A person has submitted more needs today than the policy takes unseen; the clerk looks at this one first.',
      '当日提交的需求超过规定件数，须由办事员先行查看。',
    ],
    list: 'owner',
    shown: 'item',
    rules: ['N16'],
    who: ['clerk'],
    by: { need: ['ReleaseNeed'] },
  },
  order: {
    says: ['An approved need has no live order.', '已受理的需求尚无有效点单。'],
    list: 'owner',
    shown: 'item',
    rules: ['N12', 'O1'],
    who: ['clerk', 'station-clerk', 'requester', 'contact', 'proxy'],
    by: { need: ['PlaceOrder', 'ReferNeed', 'WithdrawNeed'] },
  },
  'late-order': {
    says: [
      'A need of a unit below has had no live order for longer than its term.',
      '下级单位的需求逾期仍无有效点单。',
    ],
    list: 'aboveOwner',
    shown: 'item',
    rules: ['N12'],
    who: ['clerk', 'station-clerk', 'requester', 'contact', 'proxy'],
    by: { 'unserved-need': ['PlaceOrder', 'ReferNeed', 'WithdrawNeed'] },
  },
  unmet: {
    says: ['A need ended unmet, and is listed until a team is found.', '需求未能满足，列示至找到队伍为止。'],
    list: 'city',
    shown: 'item',
    rules: ['N12', 'O5'],
    who: ['clerk', 'station-clerk', 'requester', 'contact', 'proxy'],
    by: { 'unserved-need': ['PlaceOrder', 'WithdrawNeed'] },
  },
  urged: {
    says: [
      'A need was urged while its order is under way: who works on it is to be asked, and the item ends when the order does.',
      '需求被催办，其点单正在办理中，应询问承办单位；点单结束则本项自行消除。',
    ],
    list: 'owner',
    shown: 'item',
    rules: ['N13'],
    who: [],
    by: {},
  },
  ownership: {
    says: [
      'The city gives the unit a need, and the unit says whether it takes it.',
      '市级将需求划归本单位，待本单位答复是否接收。',
    ],
    list: 'taker',
    shown: 'item',
    rules: ['O19'],
    who: ['clerk', 'dispatcher'],
    by: { ownership: ['AnswerOwnership'] },
  },
} as const satisfies { readonly [W in Waits]?: Waiting }
