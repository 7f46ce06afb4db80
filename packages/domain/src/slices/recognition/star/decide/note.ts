import * as E from 'fp-ts/lib/Either.js'
import {} from '@zhiyuan/kernel'
import { refusePerson } from '../../../organisation/authority.ts'
import { roundKey } from '../eligibility.ts'
import type { JoinService, NoteReview } from '../star.codec.ts'
import { on, type Decision } from './on.ts'

/** W11: of two reviews of one round the later one holds, in whatever order they arrive. */
export const noteReview = on<typeof NoteReview._A>()({
  decide:
    (command, _found, { actor }) =>
    (state): Decision => {
      const { type, volunteer, orderId, round, rating, orderVersion } = command
      const onlyAProcess = refusePerson(actor, type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      const known = state.reviews.get(roundKey(command))
      if (known !== undefined && known.orderVersion >= orderVersion) return E.right([])
      return E.right([{ type: 'ReviewNoted', volunteer, orderId, round, rating, orderVersion }])
    },
})

export const joinService = on<typeof JoinService._A>()({
  decide:
    (command, _found, { actor }) =>
    (state): Decision => {
      const { type, volunteer, other } = command
      const onlyAProcess = refusePerson(actor, type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (other === volunteer || state.others.includes(other)) return E.right([])
      return E.right([{ type: 'ServiceJoined', volunteer, other }])
    },
})
