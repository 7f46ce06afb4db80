/** Items about presences. */
import type { Waits } from '@zhiyuan/domain/requests'
import type { Waiting } from './item.ts'

export const attendanceItems = {
  confirmation: {
    says: [
      'A check-out is missing, or a presence was told late: a second person confirms it.',
      '缺签退或事后报告的到场，待第二人确认。',
    ],
    list: 'body',
    shown: 'item',
    rules: ['A9', 'A14'],
    who: ['clerk', 'present', 'requester', 'contact', 'proxy'],
    by: { attendance: ['ConfirmAttendance'] },
  },
  excuse: {
    says: [
      'A volunteer is said not to have come: the handler of the order or the leader excuses the absence, or it stands when its term ends. The handler sees the item where the body is its own or below it.',
      '志愿者被指缺席：由点单承办单位或队伍负责人谅解，期满则成立；记录单位为承办单位本身或其下级时，承办单位可见本项。',
    ],
    list: 'body',
    shown: 'item',
    rules: ['A8'],
    who: ['clerk', 'dispatcher', 'leader', 'volunteer'],
    by: { attendance: ['ExcuseAbsence', 'CheckIn'] },
  },
  entry: {
    says: [
      'A presence that was told late was confirmed by no one: a recorder enters it, or refuses it.',
      '事后报告的到场无人确认，由记录人补录或不予认可。',
    ],
    list: 'body',
    shown: 'item',
    rules: ['A14'],
    who: ['clerk', 'recorder'],
    by: { attendance: ['TakeOverCapture', 'RefuseCapture'] },
  },
  'too-short': {
    says: [
      'A presence of less than a minute makes no record; what was served is entered by hand.',
      '到场不足一分钟不生成记录，实际服务可补录。',
    ],
    list: 'body',
    shown: 'item',
    rules: ['H13'],
    who: ['clerk', 'recorder'],
    by: { attendance: ['Backfill'] },
  },
  overlap: {
    says: [
      'Seats of one human overlap: the volunteer is to give up one of them.',
      '同一人的两个席位时间重叠，应由本人退出其一。',
    ],
    list: 'both',
    shown: 'item',
    rules: ['A16'],
    who: ['volunteer'],
    by: { overlap: ['WithdrawAssignment', 'SubstituteAssignment'] },
  },
} as const satisfies { readonly [W in Waits]?: Waiting }
