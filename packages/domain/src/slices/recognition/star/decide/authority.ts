/** The star authority at the top of the tree, never about its own star (W2). */
import type { Moment, PersonId } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { registrationReads, survivorAmong } from '../../../people/volunteer/volunteer.read.ts'
import { roles } from '../../../../vocabulary/words.ts'
import type { StarCommand } from '../star.codec.ts'
import type { StarRejection } from '../star.rejection.ts'
import type { StarState } from '../star.state.ts'

const personOf = ({ actor }: Moment): ReadonlyArray<PersonId> => (actor.type === 'person' ? [actor.person] : [])

export const unitsAndRegistrations = ({ volunteer }: StarCommand, { others }: StarState, moment: Moment) => ({
  tree: unitsRead(moment.jurisdiction),
  ...registrationReads([volunteer, ...others, ...personOf(moment)]),
})

/** What a decision of the authority is about, and the facts of the tree and of registrations. */
export interface Asked {
  readonly command: StarCommand
  readonly state: StarState
  readonly facts: { readonly tree: UnitTree }
}

/** The human of the star, under whichever registration, noted here or merged just now (G2). */
const isOwn = ({ command, state, facts }: Asked, person: PersonId): boolean => {
  const human = new Set([command.volunteer, ...state.others].flatMap((one) => [one, survivorAmong(facts, one)]))
  return human.has(person) || human.has(survivorAmong(facts, person))
}

export const refuseStarAuthority = (moment: Moment, asked: Asked): StarRejection | null => {
  const { actor } = moment
  const { type } = asked.command
  const { tree } = asked.facts
  const own = personOf(moment).some((person) => isOwn(asked, person))
  if (own || tree.root === null) return { type: 'NotAuthorised', command: type }
  return refuseAuthority(tree, actor, { command: type, unit: tree.root, roles: [roles.starAuthority] })
}
