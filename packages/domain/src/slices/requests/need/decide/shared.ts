import type * as E from 'fp-ts/lib/Either.js'
import type { Moment, UnitId } from '@zhiyuan/kernel'
import { roles } from '../../../../vocabulary/values.ts'
import { handlerKit } from '../../../organisation/handler-kit.ts'
import { taggedStates } from '../../../organisation/state-naming.ts'
import type { NeedCommand, NeedEvent, WithdrawnBy } from '../need.codec.ts'
import type { NeedRejection } from '../need.rejection.ts'
import type { NeedFacts, NeedState } from '../need.state.ts'

export type Decision = E.Either<NeedRejection, ReadonlyArray<NeedEvent>>
export const { on, onProcess, onTimer, authorised } = handlerKit<NeedCommand, NeedState, NeedEvent, NeedRejection>(
  taggedStates,
)
export const { notAllowed } = taggedStates

/** The unit that owes the answer. */
const owningUnit = {
  called: 'the owning unit',
  of: ({ state }: { readonly state: NeedFacts }): UnitId => state.submitted.unitId,
}
/** N2: a clerk of the owning unit or above it vets and answers. */
export const byClerk = { roles: [roles.clerk], unit: owningUnit } as const

/** The keys of every event after the first. */
export const copyOpened = ({ submitted }: NeedFacts) => ({ needId: submitted.needId, opened: submitted.recordedAt })
/** The same keys with the unit that owns the need. */
export const copyKeys = (state: NeedFacts) => ({ ...copyOpened(state), unitId: state.submitted.unitId })

/** In which capacity a person acts for the resident: as requester, as the contact she named, or as the proxy who submitted (N4, N10). */
export const findRequestersSide = (
  { submitted }: NeedFacts,
  { actor }: Moment,
): Exclude<WithdrawnBy, 'clerk'> | null => {
  if (actor.type !== 'person') return null
  if (actor.person === submitted.requester) return 'requester'
  if (actor.person === submitted.contact) return 'contact'
  return actor.person === submitted.proxy?.person ? 'proxy' : null
}
