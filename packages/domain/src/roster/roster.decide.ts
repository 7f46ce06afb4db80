import * as E from 'fp-ts/lib/Either.js'
import { sameContent, step, type CommandNotAllowed, type Decider, type PersonId } from '@zhiyuan/kernel'
import { refuseAuthority } from '../authority.ts'
import type { BodyId } from '../ids.ts'
import { unitOf, unitsFact } from '../organisation/organisation.fact.ts'
import type { NotAuthorised, OutsideJurisdiction, SameIdOtherContent, UnknownUnit } from '../rejections.ts'
import { roles } from '../words.ts'
import type { AdoptRoster, RosterCommand, RosterEvent } from './roster.codec.ts'
import { rosterFold, rosterStream, rostersOn, type RosterBook } from './roster.fact.ts'

/** G2: one person is on the roster of one body at a time. */
export interface OnAnotherRoster {
  readonly type: 'OnAnotherRoster'
  readonly person: PersonId
  readonly bodyId: BodyId
}
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

const elsewhere = (
  book: RosterBook,
  { bodyId, effectiveFrom, heads }: typeof AdoptRoster._A,
): OnAnotherRoster | null => {
  const mine = new Set(heads)
  for (const other of rostersOn(book, effectiveFrom)) {
    const person = other.bodyId === bodyId ? undefined : other.heads.find((head) => mine.has(head))
    if (person !== undefined) return { type: 'OnAnotherRoster', person, bodyId: other.bodyId }
  }
  return null
}

const adoptRoster = step<typeof AdoptRoster._A, RosterBook, RosterEvent, RosterRejection>()(
  (_command, _book, { jurisdiction }) => ({ tree: unitsFact(jurisdiction) }),
  (command, { tree }, { actor }) =>
    (book): Decision => {
      const { type, rosterId, bodyId, area, effectiveFrom, heads, source } = command
      const roster = { rosterId, bodyId, area, effectiveFrom, heads, source }
      const there = book.rosters.find((one) => one.rosterId === rosterId)
      if (there !== undefined)
        return sameContent(there, roster) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: rosterId })
      if (unitOf(tree, area) === null || tree.root === null) return E.left({ type: 'UnknownUnit', unit: area })
      const refusal = refuseAuthority(tree, actor, { command: type, unit: tree.root, roles: [roles.administrator] })
      if (refusal !== null) return E.left(refusal)
      const twice = heads.find((head, index) => heads.indexOf(head) !== index)
      if (twice !== undefined) return E.left({ type: 'HeadTwice', person: twice })
      const other = elsewhere(book, command)
      return other === null ? E.right([{ type: 'RosterAdopted', ...roster }]) : E.left(other)
    },
)

export const rosterDecider: Decider<RosterCommand, RosterBook, RosterEvent, RosterRejection> = {
  stream: (_command, jurisdiction) => rosterStream(jurisdiction),
  fold: rosterFold,
  steps: { AdoptRoster: adoptRoster },
}
