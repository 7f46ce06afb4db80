import type { Lifecycle, Transition } from '@zhiyuan/kernel'
import type { StarCommand } from './star.codec.ts'
import type { StarStateName } from './star.state.ts'

type Step = Transition<StarStateName, StarCommand['type']>

const waiting = ['Applied', 'Examined', 'Notice', 'Objected'] as const
const everywhere: ReadonlyArray<StarStateName> = [
  'None',
  ...waiting,
  'Granted',
  'UnderExamination',
  'Refused',
  'Lapsed',
  'Revoked',
]
const noted = everywhere.flatMap((state): ReadonlyArray<Step> => [
  { from: state, command: 'NoteReview', to: [state], by: 'process' },
])
/** The same loss may end an application and put the star held meanwhile under examination. */
const losing = waiting.map((state): Step => ({
  from: state,
  command: 'ReexamineStar',
  to: ['Lapsed', 'Granted', 'UnderExamination', state],
  by: 'process',
}))
/** A star may be under examination beside an application whose own policy still carries it (G5). */
const beside = waiting.flatMap((state) =>
  (['UpholdStar', 'LowerStar', 'RevokeStar'] as const).map((command): Step => ({
    from: state,
    command,
    to: [state],
    by: 'unit',
  })),
)

/**
 * A volunteer's stars: the open application, else the held star, else how the last application ended. That application ended for good, but
 * the volunteer may make a new one (W12), so no state here is final. A star superseded by a higher grant ends in that grant (`supersedes`),
 * and has no state of its own.
 */
export const starLifecycle: Lifecycle<StarStateName, StarCommand['type']> = {
  initial: 'None',
  final: [],
  resting: ['Granted', 'Refused', 'Lapsed', 'Revoked'],
  repeats: ['ExamineApplication', 'OpenNotice', 'RaiseObjection', 'RefuseApplication', 'GrantStar', 'RevokeStar'],
  transitions: [
    { from: 'None', command: 'ApplyForStar', to: ['Applied'], by: 'person' },
    { from: 'Applied', command: 'ExamineApplication', to: ['Examined'], by: 'unit' },
    { from: 'Examined', command: 'OpenNotice', to: ['Notice'], by: 'unit' },
    { from: 'Examined', command: 'RefuseApplication', to: ['Refused', 'Granted', 'UnderExamination'], by: 'unit' },
    { from: 'Notice', command: 'RaiseObjection', to: ['Objected'], by: 'person' },
    { from: 'Objected', command: 'ExamineApplication', to: ['Examined'], by: 'unit' },
    { from: 'Notice', command: 'GrantStar', to: ['Granted'], by: 'unit' },
    { from: 'Granted', command: 'ApplyForStar', to: ['Applied'], by: 'person' },
    { from: 'Refused', command: 'ApplyForStar', to: ['Applied'], by: 'person' },
    { from: 'Lapsed', command: 'ApplyForStar', to: ['Applied'], by: 'person' },
    { from: 'Revoked', command: 'ApplyForStar', to: ['Applied'], by: 'person' },
    { from: 'Granted', command: 'ReexamineStar', to: ['UnderExamination'], by: 'process' },
    { from: 'UnderExamination', command: 'UpholdStar', to: ['Granted'], by: 'unit' },
    { from: 'UnderExamination', command: 'LowerStar', to: ['Granted'], by: 'unit' },
    { from: 'UnderExamination', command: 'RevokeStar', to: ['Revoked'], by: 'unit' },
    ...losing,
    ...beside,
    ...noted,
  ],
  notBuilt: [],
}
