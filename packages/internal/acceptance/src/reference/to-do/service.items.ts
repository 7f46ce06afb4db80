/** Items about presences and service records. */
import type { Waits } from '@zhiyuan/domain/requests'
import type { Waiting } from './item.ts'

export const serviceItems = {
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
      'A volunteer is said not to have come: the absence is excused, or stands when its term ends.',
      '志愿者被指缺席：可予谅解，期满则成立。',
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
  approval: {
    says: ['A record, or a paper sheet with its lines, waits for its approver.', '服务记录或纸质名单待审核。'],
    list: 'body',
    shown: 'item',
    rules: ['H7', 'H14', 'H20'],
    who: ['approver'],
    by: {
      record: ['VerifyRecord', 'ReturnRecord', 'RejectRecord'],
      sheet: ['ApproveSheet', 'ReturnSheet', 'RejectSheet'],
    },
  },
  hold: {
    says: ['A record is held, and does not count until each hold is cleared.', '服务记录暂缓，逐一解除后方可计入。'],
    list: 'body',
    shown: 'item',
    rules: ['H2a', 'H5', 'H12'],
    who: ['approver'],
    by: { record: ['ClearHold', 'RejectRecord', 'ReturnRecord'] },
  },
  case: {
    says: [
      'A record is held in the case of a burst, which the unit above rules as one item of its own.',
      '服务记录属批量录入案件，由上级单位一并裁定。',
    ],
    list: 'body',
    shown: 'clock',
    rules: ['H12'],
    who: ['approver'],
    by: { burst: ['RuleBurst'] },
  },
  burst: {
    says: [
      'Many people were entered in one place or on one day: one ruling for all records of the case.',
      '同一地点或同一日批量录入，全案记录一次裁定。',
    ],
    list: 'above',
    shown: 'item',
    rules: ['H12', 'G8'],
    who: ['approver'],
    by: { burst: ['RuleBurst'] },
  },
  hurry: {
    says: [
      'One person ruled on more records within some minutes than can be looked at.',
      '一人在短时间内裁定过多记录，待上级查看。',
    ],
    list: 'above',
    shown: 'item',
    rules: ['H12'],
    who: ['administrator', 'approver', 'assessor'],
    by: { hurry: ['SeeHurry'] },
  },
  resubmission: {
    says: ['A record or sheet was returned, and is entered again or ended.', '记录或名单已退回，待重新录入或撤回。'],
    list: 'body',
    shown: 'item',
    rules: ['H9', 'H14'],
    who: ['clerk', 'recorder', 'approver', 'volunteer'],
    by: { record: ['ResubmitRecord', 'WithdrawRecord'], sheet: ['EnterSheet', 'RejectSheet'] },
  },
  correction: {
    says: ['A correction of a record that counts was asked for.', '已申请更正服务记录，待答复。'],
    list: 'body',
    shown: 'item',
    rules: ['H9', 'H22'],
    who: ['approver'],
    by: { record: ['CorrectRecord', 'UpholdRecord'] },
  },
  'late-objection': {
    says: ['An objection or a request for correction was not answered within its term.', '异议或更正申请逾期未答复。'],
    list: 'body',
    shown: 'item',
    rules: ['H20', 'H22'],
    who: ['approver'],
    by: { record: ['ClearHold', 'CorrectRecord', 'UpholdRecord', 'RejectRecord'] },
  },
  ruling: {
    says: ['A record that counted was suspended: it counts again, or is voided.', '已计入的记录被中止：恢复或作废。'],
    list: 'body',
    shown: 'item',
    rules: ['H9'],
    who: ['approver'],
    by: { record: ['ReinstateRecord', 'VoidRecord'] },
  },
} as const satisfies { readonly [W in Waits]?: Waiting }
