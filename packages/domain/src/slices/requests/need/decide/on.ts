import type * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, defineHandler, type CommandNotAllowed, type Moment } from '@zhiyuan/kernel'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import { policyRead } from '../../../organisation/policy/policy.read.ts'
import type { NeedCommand, NeedEvent, WithdrawnBy } from '../need.codec.ts'
import type { NeedRejection } from '../need.rejection.ts'
import type { NeedFacts, NeedState } from '../need.state.ts'

export type Decision = E.Either<NeedRejection, ReadonlyArray<NeedEvent>>
export const on = defineHandler<NeedState, NeedEvent, NeedRejection>()

export const treeAndBook = (_command: NeedCommand, _state: NeedState, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
  book: policyRead(jurisdiction),
})

export const notAllowed = ({ type }: NeedState, command: NeedCommand): CommandNotAllowed =>
  commandNotAllowed(type, command.type)

/** As whom somebody acts for the resident: requester, the contact she named, or the proxy who submitted (N4, N10). */
export const requestersSide = ({ submitted }: NeedFacts, { actor }: Moment): Exclude<WithdrawnBy, 'clerk'> | null => {
  if (actor.type !== 'person') return null
  if (actor.person === submitted.requester) return 'requester'
  if (actor.person === submitted.contact) return 'contact'
  return actor.person === submitted.proxy?.person ? 'proxy' : null
}
