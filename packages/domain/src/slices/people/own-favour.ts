/** No one decides in own favour, under any registration (G7). */
import type { Actor, PersonId } from '@zhiyuan/kernel'
import type { Permit } from '../organisation/permit.ts'
import type { InOwnFavour, Interest } from '../../vocabulary/rejections.ts'
import { isSameHuman, type Humans } from './humans/humans.read.ts'

/**
 * Whom a case credits, relieves or judges, and who asked for what it decides. The clerk who only typed it for a caller is none of them.
 */
export type Interested = { readonly [K in Interest]?: ReadonlyArray<PersonId | null> }

/** Null where the acting person is none of those concerned; otherwise the first interest that the person has. */
const refuseOwnFavour = (humans: Humans, actor: Actor, interested: Interested): InOwnFavour | null => {
  if (actor.type !== 'person') return null
  const { person } = actor
  const found = (Object.entries(interested) as ReadonlyArray<[Interest, ReadonlyArray<PersonId | null>]>).find(
    ([, people]) => people.some((one) => one !== null && isSameHuman(humans, one, person)),
  )
  return found === undefined ? null : { type: 'InOwnFavour', person, as: found[0] }
}

/** Of those for whom a row refuses its command, the ones in whose own favour it would be. */
type Refused<P extends Pick<Permit, 'never'>> = Extract<P['never'][number], Interest>

/** G7: null where the acting person is none of those for whom the row refuses its command. */
export const refuseByRow = <const P extends Pick<Permit, 'never'>>(
  { never }: P,
  { humans, actor }: { readonly humans: Humans; readonly actor: Actor },
  interested: { readonly [K in Refused<P>]: ReadonlyArray<PersonId | null> },
): InOwnFavour | null => {
  const people: Interested = interested
  const refused = never.filter((one): one is Refused<P> => one in people)
  return refuseOwnFavour(humans, actor, Object.fromEntries(refused.map((as) => [as, people[as] ?? []])))
}
