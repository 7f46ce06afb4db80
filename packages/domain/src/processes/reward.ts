/** The processes that let points and stars follow service. */
import { creditPoints } from './credit-points.ts'
import { joinService } from './join-service.ts'
import { noteReview } from './note-review.ts'
import { reexamineStar } from './reexamine-star.ts'
import { reversePoints } from './reverse-points.ts'

export const rewardProcesses = [creditPoints, reversePoints, noteReview, joinService, reexamineStar] as const
