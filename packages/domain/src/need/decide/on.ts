import type * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, step, type CommandNotAllowed, type Moment } from '@zhiyuan/kernel'
import { unitsFact } from '../../organisation/organisation.fact.ts'
import { policyFact } from '../../policy/policy.fact.ts'
import type { NeedCommand, NeedEvent } from '../need.codec.ts'
import type { NeedRejection } from '../need.rejection.ts'
import type { NeedFacts, NeedState } from '../need.state.ts'

export type Decision = E.Either<NeedRejection, ReadonlyArray<NeedEvent>>
export const on = <C extends NeedCommand>() => step<C, NeedState, NeedEvent, NeedRejection>()

export const treeAndBook = (_command: NeedCommand, _state: NeedState, { jurisdiction }: Moment) => ({
  tree: unitsFact(jurisdiction),
  book: policyFact(jurisdiction),
})

export const notAllowed = ({ type }: NeedState, command: NeedCommand): CommandNotAllowed =>
  commandNotAllowed(type, command.type)

/** The requester, the contact that the recipient named, or the proxy who submitted (N4, N10). */
export const onRequestersSide = ({ submitted }: NeedFacts, { actor }: Moment): boolean =>
  actor.type === 'person' && [submitted.requester, submitted.contact, submitted.proxy?.person].includes(actor.person)
