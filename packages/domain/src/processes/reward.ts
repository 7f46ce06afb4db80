/** The processes that let points and stars follow service. */
import { creditPoints } from './recognition/credit-points.ts'
import { joinService } from './hours/join-service.ts'
import { noteReview } from './recognition/note-review.ts'
import { reexamineStar } from './recognition/reexamine-star.ts'
import { reversePoints } from './recognition/reverse-points.ts'

export const rewardProcesses = [creditPoints, reversePoints, noteReview, joinService, reexamineStar] as const
