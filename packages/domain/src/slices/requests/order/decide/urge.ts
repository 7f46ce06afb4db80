/** 催单: the requester's side urges an order (N13). */
import * as E from 'fp-ts/lib/Either.js'
import { policyRead } from '../../../organisation/policy/policy.read.ts'
import { actingPerson } from '../../../organisation/authority.ts'
import { humansRead } from '../../../people/humans/humans.read.ts'
import { isUrger, needRead, refuseUrging } from '../../need/need.read.ts'
import type { UrgeOrder } from '../order.codec.ts'
import { copyKeys, isUnserved, notAllowed, on, type Decision } from './shared.ts'

export const urgeOrder = on<UrgeOrder>()({
  reads: (_command, state, { jurisdiction }) => ({
    need: state.type === 'None' ? null : needRead(state.placed.needId),
    policies: policyRead(jurisdiction),
    humans: humansRead(jurisdiction),
  }),
  decide:
    (command, { need, policies, humans }, moment) =>
    (state): Decision => {
      if (!isUnserved(state)) return E.left(notAllowed(state, command))
      const by = actingPerson(moment)
      if (by === null || need === null || need.type === 'None' || !isUrger(need, by, humans))
        return E.left({ type: 'NotAuthorised', command: command.type })
      // The same sending twice has the effect of once.
      if (state.urges.some((one) => one.by === by && one.urgedAt === moment.now)) return E.right([])
      const refusal = refuseUrging(policies, state.urges, { by, humans, moment })
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'OrderUrged', ...copyKeys(state), by, urgedAt: moment.now }])
    },
})
