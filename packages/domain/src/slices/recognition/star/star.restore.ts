import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import {
  ApplyForStar,
  ExamineApplication,
  GrantStar,
  LowerStar,
  NoteReview,
  OpenNotice,
  RaiseObjection,
  ReexamineStar,
  RefuseApplication,
  RevokeStar,
  UpholdStar,
  type StarCommand,
  type StarEvent,
} from './star.codec.ts'

const reexamination = copyFields(ReexamineStar)

export const restoreStar = restoreByFirst<StarCommand, StarEvent>({
  ReviewNoted: copyFields(NoteReview),
  StarApplied: copyFields(ApplyForStar),
  ApplicationExamined: copyFields(ExamineApplication),
  NoticeOpened: copyFields(OpenNotice),
  ObjectionRaised: copyFields(RaiseObjection),
  ApplicationRefused: copyFields(RefuseApplication),
  ApplicationLapsed: reexamination,
  StarGranted: copyFields(GrantStar),
  StarPutUnderExamination: reexamination,
  StarsDoubted: (event) => reexamination({ ...event, tell: true }),
  StarUpheld: copyFields(UpholdStar),
  StarLowered: copyFields(LowerStar),
  StarRevoked: copyFields(RevokeStar),
})
