/** Items about service records. */
import type { Waits } from '@zhiyuan/domain/requests'
import type { Waiting } from './item.ts'

export const recordItems = {
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
  vouching: {
    says: [
      'Minutes count on the word of one unit alone, of one person there: so many records and presences since they were last looked at.',
      '仅凭一个单位一人所认而计入的时长，待上级查看；条目写明自上次查看以来的条数与分钟数。',
    ],
    list: 'above',
    shown: 'item',
    rules: ['H20', 'A9', 'G8'],
    who: ['administrator', 'approver', 'assessor'],
    by: { vouching: ['SeeVouching'] },
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
    by: { record: ['CorrectRecord', 'UpholdRecord', 'ClearHold'] },
  },
  'late-objection': {
    says: [
      'An objection was not answered within its term: it has passed to the unit above, and the body may still answer.',
      '异议逾期未答复：已转上一级单位，记录单位仍可答复。',
    ],
    list: 'body',
    shown: 'item',
    rules: ['H20', 'H22'],
    who: ['approver'],
    by: { record: ['ClearHold', 'RejectRecord'] },
  },
  'late-correction': {
    says: [
      'A request for correction was not answered within its term: it has passed to the unit above, and the body may still answer.',
      '更正申请逾期未答复：已转上一级单位，记录单位仍可答复。',
    ],
    list: 'body',
    shown: 'item',
    rules: ['H22'],
    who: ['approver'],
    by: { record: ['CorrectRecord', 'UpholdRecord', 'ClearHold'] },
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
