import * as E from 'fp-ts/lib/Either.js'
import { roundKey } from '../eligibility.ts'
import type { NoteReview } from '../star.codec.ts'
import { onProcess } from './shared.ts'

/** W11: of two reviews of one round the later one holds, in any order of arrival. */
export const noteReview = onProcess<NoteReview>()({
  about: (command, state) => {
    const known = state.reviews.get(roundKey(command))
    return known !== undefined && known.orderVersion >= command.orderVersion ? null : command
  },
  then: ({ volunteer, orderId, round, rating, reviewer, orderVersion }) =>
    E.right([{ type: 'ReviewNoted', volunteer, orderId, round, rating, reviewer, orderVersion }]),
})
