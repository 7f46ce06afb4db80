/** 催单: the requester's side urges a need (N13). */
import * as E from 'fp-ts/lib/Either.js'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import type { UrgeNeed } from '../need.codec.ts'
import { isUrger, refuseUrging } from '../need.urging.ts'
import { copyKeys, humansReads, notAllowed, on, type Decision } from './shared.ts'

export const urgeNeed = on<UrgeNeed>()({
  reads: (command, state, moment) => ({
    ...policyReads(command, state, moment),
    ...humansReads(command, state, moment),
  }),
  decide:
    (command, { policies, humans }, moment) =>
    (state): Decision => {
      const isOpen = state.type === 'Submitted' || state.type === 'InfoRequested' || state.type === 'Approved'
      if (!isOpen || (state.type === 'Approved' && state.standing === 'met')) return E.left(notAllowed(state, command))
      const by = actingPerson(moment)
      if (by === null || !isUrger(state, by, humans)) return E.left({ type: 'NotAuthorised', command: command.type })
      // The same sending twice has the effect of once.
      if (state.urges.some((one) => one.by === by && one.urgedAt === moment.now)) return E.right([])
      const refusal = refuseUrging(policies, state.urges, { by, humans, moment })
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'NeedUrged', ...copyKeys(state), by, urgedAt: moment.now }])
    },
})
