import type { Lifecycle, Transition } from '@zhiyuan/kernel'
import type { NeedCommand } from './need.codec.ts'
import type { NeedState } from './need.state.ts'

type State = NeedState['type']
type Step = Transition<State, NeedCommand['type']>

const recorded = [
  'Submitted',
  'InfoRequested',
  'Lapsed',
  'Rejected',
  'Referred',
  'Merged',
  'Approved',
  'Withdrawn',
] as const

/** A need may have duplicates in any state, and noting one leaves the state as it is (N5). */
const duplicates: ReadonlyArray<Step> = recorded.map((state) => ({
  from: state,
  command: 'NoteDuplicate',
  to: [state],
  by: 'process',
}))

/** A need up to its approval. After that its standing is derived from its orders (`judgeStanding`). */
export const needLifecycle: Lifecycle<State, NeedCommand['type']> = {
  initial: 'None',
  final: ['Lapsed', 'Rejected', 'Referred', 'Merged', 'Withdrawn'],
  resting: ['Approved'],
  repeats: ['SubmitNeed', 'WithdrawNeed'],
  transitions: [
    { from: 'None', command: 'SubmitNeed', to: ['Submitted'], by: 'person' },
    { from: 'Submitted', command: 'NoteAnswerOverdue', to: ['Submitted'], by: 'timer' },
    { from: 'Submitted', command: 'RequestInformation', to: ['InfoRequested'], by: 'unit' },
    { from: 'Submitted', command: 'ApproveNeed', to: ['Approved'], by: 'unit' },
    { from: 'Submitted', command: 'RejectNeed', to: ['Rejected'], by: 'unit' },
    { from: 'Submitted', command: 'ReferNeed', to: ['Referred'], by: 'unit' },
    { from: 'Submitted', command: 'MergeNeed', to: ['Merged'], by: 'unit' },
    { from: 'InfoRequested', command: 'SupplyInformation', to: ['Submitted'], by: 'person' },
    { from: 'InfoRequested', command: 'LapseInformation', to: ['Lapsed'], by: 'timer' },
    { from: 'Approved', command: 'NoteNeedOrder', to: ['Approved'], by: 'process' },
    { from: 'Withdrawn', command: 'NoteNeedOrder', to: ['Withdrawn'], by: 'process' },
    { from: 'Submitted', command: 'WithdrawNeed', to: ['Withdrawn'], by: 'person' },
    { from: 'InfoRequested', command: 'WithdrawNeed', to: ['Withdrawn'], by: 'person' },
    { from: 'Approved', command: 'WithdrawNeed', to: ['Withdrawn'], by: 'person' },
    { from: 'Approved', command: 'WithdrawNeed', to: ['Withdrawn'], by: 'unit' },
    ...duplicates,
  ],
  notBuilt: [
    { from: 'Rejected', to: 'Appealed', rule: 'N9' },
    { from: 'Appealed', to: 'Submitted', rule: 'N9' },
  ],
}
