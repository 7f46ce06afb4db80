import type { Decider } from '@zhiyuan/kernel'
import { applyForStar, raiseObjection } from './decide/apply.ts'
import { lowerStar, revokeStar, upholdStar } from './decide/examination.ts'
import { examineApplication, grantStar, openNotice, refuseApplication } from './decide/grant.ts'
import { noteReview } from './decide/note.ts'
import { reexamineStar } from './decide/reexamine.ts'
import type { StarCommand, StarEvent } from './star.codec.ts'
import { starStream } from './star.read.ts'
import type { StarRejection } from './star.rejection.ts'
import { starFold, type StarState } from './star.state.ts'

export const starDecider: Decider<StarCommand, StarState, StarEvent, StarRejection> = {
  stream: ({ volunteer }) => starStream(volunteer),
  fold: starFold,
  handlers: {
    NoteReview: noteReview,
    ApplyForStar: applyForStar,
    ExamineApplication: examineApplication,
    OpenNotice: openNotice,
    RaiseObjection: raiseObjection,
    RefuseApplication: refuseApplication,
    GrantStar: grantStar,
    ReexamineStar: reexamineStar,
    UpholdStar: upholdStar,
    LowerStar: lowerStar,
    RevokeStar: revokeStar,
  },
}
