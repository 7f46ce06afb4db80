/** Needs beyond what one person or proxy submits in a day (N16). */
import * as E from 'fp-ts/lib/Either.js'
import type { HoldNeed, ReleaseNeed } from '../need.codec.ts'
import { needRoles } from '../need.roles.ts'
import { authorised, owningUnit, copyKeys, humansReads, onProcess, refuseInterested, type Decision } from './shared.ts'

/** A need that its clerk has answered in the meantime needs no hold. */
export const holdNeed = onProcess<HoldNeed>()({
  about: ({ most }, state) => (state.type === 'Submitted' && state.hold === 'none' ? { most, state } : null),
  then: ({ most, state }) => E.right([{ type: 'NeedHeld', ...copyKeys(state), most }]),
})

export const releaseNeed = authorised<ReleaseNeed>()({
  states: ['Submitted'],
  fits: (_command, { hold }) => hold !== 'none',
  done: (_command, { hold }) => hold === 'released',
  roles: needRoles.ReleaseNeed.roles,
  unit: owningUnit,
  reads: humansReads,
  decide:
    ({ reason }, { humans }, moment) =>
    (state): Decision => {
      const refusal = refuseInterested(needRoles.ReleaseNeed, { humans, actor: moment.actor }, state)
      return refusal === null ? E.right([{ type: 'NeedReleased', ...copyKeys(state), reason }]) : E.left(refusal)
    },
})
