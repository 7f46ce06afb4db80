import type { Lifecycle, Transition } from '@zhiyuan/kernel'
import type { StarCommand } from './star.codec.ts'
import type { StarStateName } from './star.state.ts'

type Step = Transition<StarStateName, StarCommand['type']>

const everywhere: ReadonlyArray<StarStateName> = [
  'None',
  'Applied',
  'Examined',
  'Notice',
  'Objected',
  'Granted',
  'UnderExamination',
  'Refused',
  'Lapsed',
  'Revoked',
]
const noted = everywhere.flatMap((state): ReadonlyArray<Step> => [
  { from: state, command: 'NoteReview', to: [state], by: 'process' },
  { from: state, command: 'JoinService', to: [state], by: 'process' },
])

/** An application and the star that comes of it. After `Refused`, `Lapsed` and `Revoked` a new application is a new one (W12). */
export const starLifecycle: Lifecycle<StarStateName, StarCommand['type']> = {
  slice: 'star',
  initial: 'None',
  final: ['Refused', 'Lapsed', 'Revoked'],
  transitions: [
    { from: 'None', command: 'ApplyForStar', to: ['Applied'], by: 'person' },
    { from: 'Applied', command: 'ExamineApplication', to: ['Examined'], by: 'unit' },
    { from: 'Examined', command: 'OpenNotice', to: ['Notice'], by: 'unit' },
    { from: 'Examined', command: 'RefuseApplication', to: ['Refused'], by: 'unit' },
    { from: 'Notice', command: 'RaiseObjection', to: ['Objected'], by: 'person' },
    { from: 'Objected', command: 'ExamineApplication', to: ['Examined'], by: 'unit' },
    { from: 'Notice', command: 'GrantStar', to: ['Granted'], by: 'unit' },
    { from: 'Applied', command: 'ReexamineStar', to: ['Lapsed'], by: 'process' },
    { from: 'Examined', command: 'ReexamineStar', to: ['Lapsed'], by: 'process' },
    { from: 'Notice', command: 'ReexamineStar', to: ['Lapsed'], by: 'process' },
    { from: 'Objected', command: 'ReexamineStar', to: ['Lapsed'], by: 'process' },
    // The grant of a higher level supersedes the star that is held meanwhile.
    { from: 'Granted', command: 'ApplyForStar', to: ['Applied'], by: 'person' },
    { from: 'Granted', command: 'ReexamineStar', to: ['UnderExamination'], by: 'process' },
    { from: 'UnderExamination', command: 'UpholdStar', to: ['Granted'], by: 'unit' },
    { from: 'UnderExamination', command: 'LowerStar', to: ['Granted'], by: 'unit' },
    { from: 'UnderExamination', command: 'RevokeStar', to: ['Revoked'], by: 'unit' },
    ...noted,
  ],
  notBuilt: [],
}
