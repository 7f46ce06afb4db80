/** Items about stars, registrations, teams and rulings of two. */
import type { Waits } from '@zhiyuan/domain/requests'
import type { Waiting } from './item.ts'

export const peopleItems = {
  examination: {
    says: [
      'An application for a star is to be examined, again after each objection.',
      '星级申请待审查；有异议的须重新审查。',
    ],
    list: 'top',
    shown: 'item',
    rules: ['W2'],
    who: ['star-authority'],
    by: { application: ['ExamineApplication', 'RefuseApplication'] },
  },
  notice: {
    says: ['An examined application goes to public notice, or is refused.', '已审查的星级申请待公示或不予认定。'],
    list: 'top',
    shown: 'item',
    rules: ['W2'],
    who: ['star-authority'],
    by: { application: ['OpenNotice', 'RefuseApplication'] },
  },
  grant: {
    says: ['Public notice runs, and after it the star is granted.', '公示中，期满后授予星级。'],
    list: 'top',
    shown: 'item',
    rules: ['W2'],
    who: ['star-authority', 'anyone'],
    by: { application: ['GrantStar', 'RaiseObjection'] },
  },
  'star-decision': {
    says: [
      'Service on which a star rests has fallen away: it stays, is lowered or ends.',
      '星级所依据的服务已减少：维持、降低或撤销。',
    ],
    list: 'top',
    shown: 'item',
    rules: ['W4'],
    who: ['star-authority'],
    by: { star: ['UpholdStar', 'LowerStar', 'RevokeStar'] },
  },
  'second-person': {
    says: [
      'One person has proposed, and another decides: a merge, a split, or a ruling of two.',
      '一人提议，待另一人决定：合并、拆分或两人裁定。',
    ],
    list: 'top',
    shown: 'item',
    rules: ['G2', 'G8'],
    who: ['administrator', 'assessor'],
    by: {
      merge: ['MergeRegistrations'],
      split: ['SplitRegistrations'],
      ruling: [
        'ExcuseAbsence',
        'FollowUpOrder',
        'AnswerExtension',
        'ClearHold',
        'VerifyRecord',
        'ApproveSheet',
        'RuleBurst',
        'CorrectRecord',
        'UpholdRecord',
        'ReinstateRecord',
      ],
    },
  },
  joining: {
    says: ['A person asks to join a team that is not open.', '有人申请加入非开放队伍。'],
    list: 'team',
    shown: 'item',
    rules: ['G9'],
    who: ['administrator', 'clerk', 'leader', 'volunteer'],
    by: { joining: ['JoinTeam', 'RefuseJoining'] },
    alone: { JoinTeam: 'leader' },
  },
  lead: {
    says: ['A person was proposed to lead a team, and answers.', '拟任队伍负责人待本人答复。'],
    list: 'team',
    shown: 'item',
    rules: ['G9'],
    who: ['administrator', 'clerk', 'proposed', 'leader'],
    by: { lead: ['AcceptLead', 'DeclineLead'] },
  },
} as const satisfies { readonly [W in Waits]?: Waiting }
