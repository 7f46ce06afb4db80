import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, type CommandNotAllowed, type Decider } from '@zhiyuan/kernel'
import type {
  InOwnFavour,
  NotAuthorised,
  NotThere,
  OnlyAProcess,
  OutsideJurisdiction,
} from '../../../vocabulary/rejections.ts'
import { refuseAuthority } from '../../organisation/authority.ts'
import { handlerKit } from '../../organisation/handler-kit.ts'
import { unitsRead } from '../../organisation/units/units.read.ts'
import { humansRead } from '../../people/humans/humans.read.ts'
import { refuseByRow } from '../../people/own-favour.ts'
import type { NoteHurry, SeeHurry, WatchCommand, WatchEvent } from './watch.codec.ts'
import { findRun, watchFold, watchStream, type WatchState } from './watch.read.ts'
import { watchRoles } from './watch.roles.ts'

export type WatchRejection =
  CommandNotAllowed | InOwnFavour | NotAuthorised | NotThere | OnlyAProcess | OutsideJurisdiction
type Decision = E.Either<WatchRejection, ReadonlyArray<WatchEvent>>

const { on, onProcess } = handlerKit<WatchCommand, WatchState, WatchEvent, WatchRejection>({
  notAllowed: (_state, { type }) => commandNotAllowed('none', type),
  isAbsent: () => false,
})

const noteHurry = onProcess<NoteHurry>()({
  about: (command, state) => (findRun(state, command) === undefined ? command : null),
  then: ({ unitId, person, acts, at }) => E.right([{ type: 'RulingsHurried', unitId, person, acts, at }]),
})

/** H12: the unit above looks, under another name than the person's (G7). At the top the top itself looks (G8). */
const seeHurry = on<SeeHurry>()({
  allowed: { roles: watchRoles.SeeHurry.roles, at: 'a unit above, and at the top the top itself', also: null },
  reads: (_command, _state, { jurisdiction }) => ({
    tree: unitsRead(jurisdiction),
    humans: humansRead(jurisdiction),
  }),
  decide:
    ({ type, unitId, person, at, reason }, { tree, humans }, { actor }) =>
    (state): Decision => {
      const refusal = refuseAuthority(tree, actor, { command: type, unit: unitId, roles: watchRoles.SeeHurry.roles })
      if (refusal !== null) return E.left(refusal)
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const own = refuseByRow(watchRoles.SeeHurry, { humans, actor }, { volunteer: [person] })
      if (own !== null) return E.left(own)
      const { person: by, role, unit: actsAt } = actor
      if (actsAt === unitId && unitId !== tree.root)
        return E.left({ type: 'OutsideJurisdiction', person: by, role, actsAt, unit: unitId })
      const run = findRun(state, { person, at })
      if (run === undefined) return E.left({ type: 'NotThere', id: person })
      if (run.seen === null) return E.right([{ type: 'HurrySeen', unitId, person, at, by, reason }])
      const isRepeat = run.seen.by === by && run.seen.reason.code === reason.code
      return isRepeat ? E.right([]) : E.left(commandNotAllowed('Seen', type))
    },
})

export const watchDecider: Decider<WatchCommand, WatchState, WatchEvent, WatchRejection> = {
  stream: ({ unitId }) => watchStream(unitId),
  fold: watchFold,
  handlers: { NoteHurry: noteHurry, SeeHurry: seeHurry },
}
