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

const stay = (command: Step['command'], by: Step['by'], states: ReadonlyArray<State>): ReadonlyArray<Step> =>
  states.map((state) => ({ from: state, command, to: [state], by }))

/** A need may have duplicates in any state, and noting one leaves the state as it is (N5). */
const duplicates: ReadonlyArray<Step> = [
  ...stay('NoteDuplicate', 'process', recorded),
  ...stay('ReleaseDuplicate', 'process', recorded),
  { from: 'Submitted', command: 'ProposeTwins', to: ['Submitted'], by: 'process' },
  { from: 'Merged', command: 'UnmergeNeed', to: ['Submitted'], by: 'unit' },
  { from: 'Merged', command: 'ReturnMergedNeed', to: ['Submitted'], by: 'process' },
]

const underWay = ['Submitted', 'InfoRequested', 'Approved'] as const
/** Another owner leaves the state as it is (O19, G1). */
const owners: ReadonlyArray<Step> = [
  ...stay('RuleMisrouted', 'unit', underWay),
  ...stay('AnswerOwnership', 'unit', underWay),
  ...stay('LapseOwnership', 'timer', recorded),
  { from: 'Merged', command: 'FollowSurvivor', to: ['Merged'], by: 'process' },
  ...stay('PassNeedOn', 'process', underWay),
]

/** What is noted of a need, or said to it, on its way (N12, N13, N16). */
const notes: ReadonlyArray<Step> = [
  { from: 'Submitted', command: 'HoldNeed', to: ['Submitted'], by: 'process' },
  { from: 'Submitted', command: 'ReleaseNeed', to: ['Submitted'], by: 'unit' },
  ...stay('NoteNeedOrder', 'process', ['Approved', 'Withdrawn', 'Referred']),
  { from: 'Approved', command: 'CheckStanding', to: ['Approved'], by: 'process' },
  { from: 'Approved', command: 'NoteOrderOverdue', to: ['Approved'], by: 'timer' },
  ...stay('UrgeNeed', 'person', underWay),
]

/** A need up to its approval. After that its standing is derived from its orders (`judgeStanding`). */
export const needLifecycle: Lifecycle<State, NeedCommand['type']> = {
  initial: 'None',
  final: ['Lapsed', 'Rejected', 'Referred', 'Withdrawn'],
  resting: ['Approved', 'Merged'],
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
    { from: 'InfoRequested', command: 'LapseInformation', to: ['Lapsed', 'Submitted'], by: 'timer' },
    { from: 'Approved', command: 'ReferNeed', to: ['Referred'], by: 'unit' },
    { from: 'Submitted', command: 'WithdrawNeed', to: ['Withdrawn'], by: 'person' },
    { from: 'InfoRequested', command: 'WithdrawNeed', to: ['Withdrawn'], by: 'person' },
    { from: 'Approved', command: 'WithdrawNeed', to: ['Withdrawn'], by: 'person' },
    { from: 'Approved', command: 'WithdrawNeed', to: ['Withdrawn'], by: 'unit' },
    ...notes,
    ...duplicates,
    ...owners,
  ],
  notBuilt: [
    { from: 'Rejected', to: 'Appealed', rule: 'N9' },
    { from: 'Appealed', to: 'Submitted', rule: 'N9' },
  ],
}
