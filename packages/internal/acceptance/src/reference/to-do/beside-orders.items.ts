/** Items about orders beside their own, which may be at another place. */
import type { Waits } from '@zhiyuan/domain/requests'
import type { Waiting } from './item.ts'

export const besideOrderItems = {
  'two-services': {
    says: [
      'A second team accepted an order that the first had begun to serve: one of the two is to be ended before the second starts.',
      '首支队伍已服务，另一队伍又已接单，须在后者开始前取消其一。',
    ],
    list: 'handler',
    shown: 'item',
    rules: ['A15'],
    who: ['clerk', 'dispatcher', 'leader', 'requester', 'contact', 'proxy'],
    by: { doubled: ['CancelFirstService', 'HandBackOrder', 'CancelOrder'] },
  },
  supervision: {
    says: [
      'An order is unserved for too long: the unit above looks after it (督办). Before its service it finds a team or ends the order; once service runs, it reports or aborts it.',
      '点单逾期未服务，由上级单位督办：服务开始前派单或取消，服务进行中则报告结束或中止。',
    ],
    list: 'supervisor',
    shown: 'item',
    rules: ['O16'],
    who: ['clerk', 'dispatcher', 'leader', 'seated', 'requester', 'contact', 'proxy'],
    by: { supervision: ['DispatchOrder', 'OpenClaim', 'CancelOrder', 'ReportService', 'AbortOrder'] },
  },
  extension: {
    says: ['A handler asks for a later due date (延期).', '承办单位申请延期，待答复。'],
    list: 'answerer',
    shown: 'item',
    rules: ['O27'],
    who: ['clerk', 'dispatcher', 'assessor', 'requester', 'contact', 'family'],
    by: { extension: ['AnswerExtension'] },
  },
  twins: {
    says: [
      'Two live orders of a need are alike: one is ended, or both are meant.',
      '同一需求有两个相似的有效点单：取消其一，或说明均属有意。',
    ],
    list: 'owner',
    shown: 'item',
    rules: ['O26'],
    who: ['clerk', 'dispatcher', 'requester', 'contact', 'proxy'],
    by: { twins: ['KeepTwin', 'CancelOrder'] },
  },
} as const satisfies { readonly [W in Waits]?: Waiting }
