/** A county whose top has an approver, an assessor, a star authority and an administrator, and rulings that were proposed there (G8). */
import type { StreamName, Typed } from '@zhiyuan/kernel'
import { units } from '../../../fixtures/people.ts'
import { unitEvents } from '../../../fixtures/world.ts'

const { C } = units
const posts: Readonly<Record<string, string>> = {
  m: 'assessor',
  s: 'star-authority',
  admin: 'administrator',
  qc: 'approver',
}
const held = (person: string): Typed =>
  ({ type: 'PostTaken', unitId: C, post: posts[person], person, office: null }) as Typed

const proposed = (rulingId: string, by: string): Typed =>
  ({
    type: 'RulingProposed',
    rulingId,
    reason: { code: 'seen', text: null },
    by,
    post: posts[by] ?? 'approver',
    unitId: C,
    proposedAt: '2020-04-20T02:00:00.000Z',
  }) as Typed

/** What these people have proposed at the top. */
export const atTop = (
  rulingId: string,
  by: ReadonlyArray<string> = [],
  before: ReadonlyArray<Typed> = unitEvents,
): Readonly<Record<StreamName, ReadonlyArray<Typed>>> => ({
  'units-131081': [...before, ...['m', 's', 'admin'].map(held)],
  [`proposal-${rulingId}`]: by.map((one) => proposed(rulingId, one)),
})
