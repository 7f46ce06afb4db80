/** Reviews by people whose need was merged into the order's (N5). */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type PersonId, type UnitId } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { findMergedPart, type NeedState } from '../../need/need.read.ts'
import type { PartReviewed, ReviewOrder } from '../order.codec.ts'
import type { Existing } from '../order.state.ts'
import type { Reported } from './reported.ts'
import { copyKeys, nameSide, type Decision, type Side, type Speaking } from './shared.ts'

type Part = Pick<PartReviewed, 'part' | 'as'>

/** The merged need for which the person speaks, under any registration, and in which capacity; null for all others (G2). */
export const findPart = (
  need: NeedState | null,
  found: Omit<Speaking, 'offices'>,
  handler: UnitId,
): (Pick<Part, 'part'> & { readonly as: Side }) | null => {
  const person = actingPerson(found.moment)
  if (need === null || need.type === 'None' || person === null) return null
  const merged = findMergedPart(need, person, found.humans)
  if (merged === null) return null
  return { part: merged.duplicate, as: nameSide(merged.capacity, { ...found, offices: [need.owner, handler] }) }
}

/** The own part is rated once a round. */
export const reviewPart = (
  { partReviews }: Existing,
  { command, reported }: { readonly command: ReviewOrder; readonly reported: Reported },
  { part, as, reviewer }: Part & { readonly reviewer: PersonId },
): Decision => {
  const { round, rating, verdict, comment } = command
  const known = partReviews.find((one) => one.round === round && one.reviewer === reviewer)
  if (known !== undefined)
    return sameContent([known.rating, known.verdict, known.comment], [rating, verdict, comment])
      ? E.right([])
      : E.left({ type: 'ReviewedAlready', as })
  return E.right([{ type: 'PartReviewed', ...copyKeys(reported), part, reviewer, as, rating, verdict, comment }])
}
