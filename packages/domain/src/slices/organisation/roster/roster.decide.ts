import * as E from 'fp-ts/lib/Either.js'
import { defineHandler, sameContent, type CommandNotAllowed, type Decider, type PersonId } from '@zhiyuan/kernel'
import { refuseAuthority } from '../authority.ts'
import type { BodyId } from '../../../vocabulary/ids.ts'
import { findUnit, unitsRead } from '../units/units.read.ts'
import type {
  NotAuthorised,
  OutsideJurisdiction,
  SameIdOtherContent,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'
import type { AdoptRoster, RosterCommand, RosterEvent } from './roster.codec.ts'
import { rosterFold, rosterStream, listRosters, type Roster, type RosterBook } from './roster.read.ts'
import { rosterRoles } from './roster.roles.ts'

/** G2: one person is on the roster of one body at a time. */
export interface OnAnotherRoster {
  readonly type: 'OnAnotherRoster'
  readonly person: PersonId
  readonly bodyId: BodyId
}
/** The list names one person twice. */
export interface HeadTwice {
  readonly type: 'HeadTwice'
  readonly person: PersonId
}

export type RosterRejection =
  | CommandNotAllowed
  | HeadTwice
  | NotAuthorised
  | OnAnotherRoster
  | OutsideJurisdiction
  | SameIdOtherContent
  | UnknownUnit

type Decision = E.Either<RosterRejection, ReadonlyArray<RosterEvent>>

/**
 * A person who would be on two bodies' rosters on some day. Lists are adopted out of order and ahead of time, so this checks every day on
 * which the rosters change while the new list is in effect.
 */
const refuseElsewhere = (book: RosterBook, roster: Roster): OnAnotherRoster | null => {
  const then = { rosters: [...book.rosters, roster] }
  const mine = new Set(roster.heads)
  const days = new Set(then.rosters.map(({ effectiveFrom }) => effectiveFrom))
  for (const day of [...days].filter((one) => one >= roster.effectiveFrom).sort()) {
    const inEffect = listRosters(then, day)
    if (!inEffect.includes(roster)) return null
    for (const other of inEffect) {
      const person = other === roster ? undefined : other.heads.find((head) => mine.has(head))
      if (person !== undefined) return { type: 'OnAnotherRoster', person, bodyId: other.bodyId }
    }
  }
  return null
}

const headTwice = (heads: ReadonlyArray<PersonId>): PersonId | undefined => {
  const seen = new Set<PersonId>()
  return heads.find((head) => seen.size === seen.add(head).size)
}

const adoptRoster = defineHandler<RosterBook, RosterEvent, RosterRejection>()<AdoptRoster>()({
  reads: (_command, _book, { jurisdiction }) => ({ tree: unitsRead(jurisdiction) }),
  decide:
    (command, { tree }, { actor }) =>
    (book): Decision => {
      const { type, rosterId, bodyId, area, effectiveFrom, heads, source } = command
      const roster = { rosterId, bodyId, area, effectiveFrom, heads, source }
      const there = book.rosters.find((one) => one.rosterId === rosterId)
      if (there !== undefined)
        return sameContent(there, roster) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: rosterId })
      if (findUnit(tree, area) === null || tree.root === null) return E.left({ type: 'UnknownUnit', unit: area })
      const wanted = { command: type, unit: tree.root, roles: rosterRoles.AdoptRoster.roles }
      const refusal = refuseAuthority(tree, actor, wanted)
      if (refusal !== null) return E.left(refusal)
      const twice = headTwice(heads)
      if (twice !== undefined) return E.left({ type: 'HeadTwice', person: twice })
      const other = refuseElsewhere(book, roster)
      return other === null ? E.right([{ type: 'RosterAdopted', ...roster }]) : E.left(other)
    },
})

export const rosterDecider: Decider<RosterCommand, RosterBook, RosterEvent, RosterRejection> = {
  stream: (_command, jurisdiction) => rosterStream(jurisdiction),
  fold: rosterFold,
  handlers: { AdoptRoster: adoptRoster },
}
