import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, type Actor, type CommandNotAllowed, type Moment, type PersonId } from '@zhiyuan/kernel'
import type {
  ApproverIsRecorder,
  InOwnFavour,
  NotAuthorised,
  NotThere,
  OnlyAProcess,
  OutsideJurisdiction,
  PostNotHeld,
} from '../../../../vocabulary/rejections.ts'
import type { Reason } from '../../../../vocabulary/values.ts'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { handlerKit } from '../../../organisation/handler-kit.ts'
import { listHolders, unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { humansRead, type Humans } from '../../../people/humans/humans.read.ts'
import { refuseByRow } from '../../../people/own-favour.ts'
import type { SeeHurry, SeeVouching, WatchCommand, WatchEvent } from '../watch.codec.ts'
import type { WatchState } from '../watch.read.ts'
import { watchRoles } from '../watch.roles.ts'

export type WatchRejection =
  | ApproverIsRecorder
  | CommandNotAllowed
  | InOwnFavour
  | NotAuthorised
  | NotThere
  | OnlyAProcess
  | OutsideJurisdiction
  | PostNotHeld
export type Decision = E.Either<WatchRejection, ReadonlyArray<WatchEvent>>

export const { on, onProcess } = handlerKit<WatchCommand, WatchState, WatchEvent, WatchRejection>({
  notAllowed: (_state, { type }) => commandNotAllowed('none', type),
  isAbsent: () => false,
})

export const lookReads = (_command: unknown, _state: unknown, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
  humans: humansRead(jurisdiction),
})

interface Look {
  readonly tree: UnitTree
  readonly humans: Humans
  readonly actor: Actor
  /** Those about whom it is. */
  readonly people: ReadonlyArray<PersonId>
}

/** The acting person, where she holds the post of the row at a unit above, at the top at the top itself (G8), and it is about others (G7). */
export const findLooker = (
  { tree, humans, actor, people }: Look,
  { type, unitId }: SeeHurry | SeeVouching,
): E.Either<WatchRejection, PersonId> => {
  const row = watchRoles[type]
  const refusal = refuseAuthority(tree, actor, { command: type, unit: unitId, roles: row.roles })
  if (refusal !== null) return E.left(refusal)
  if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
  const own = refuseByRow(row, { humans, actor }, { volunteer: people })
  if (own !== null) return E.left(own)
  const { person, role, unit: actsAt } = actor
  if (actsAt === unitId && unitId !== tree.root)
    return E.left({ type: 'OutsideJurisdiction', person, role, actsAt, unit: unitId })
  return listHolders(tree, actsAt, role).includes(person)
    ? E.right(person)
    : E.left({ type: 'PostNotHeld', unit: actsAt, post: role, person })
}

/** Above the unit that the command names (G8). */
export const allowedAbove = (type: keyof typeof watchRoles) => ({
  roles: watchRoles[type].roles,
  at: 'a unit above, and at the top the top itself',
  also: null,
})

interface Looked {
  readonly by: PersonId
  readonly reason: Reason
}

/** A second look at what was seen says nothing new, and is refused where it says something else. */
export const lookAgain = (seen: Looked, { by, reason }: Looked, type: keyof typeof watchRoles): Decision =>
  seen.by === by && seen.reason.code === reason.code ? E.right([]) : E.left(commandNotAllowed('Seen', type))
