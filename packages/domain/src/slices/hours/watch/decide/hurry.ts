/** Runs of hurried rulings (H12). */
import * as E from 'fp-ts/lib/Either.js'
import type { NoteHurry, SeeHurry } from '../watch.codec.ts'
import { findRun } from '../watch.read.ts'
import { allowedAbove, findLooker, lookAgain, lookReads, on, onProcess, type Decision } from './shared.ts'

export const noteHurry = onProcess<NoteHurry>()({
  about: (command, state) => (findRun(state, command) === undefined ? command : null),
  then: ({ unitId, person, acts, at }) => E.right([{ type: 'RulingsHurried', unitId, person, acts, at }]),
})

/** H12: the unit above looks, under another name than the person's (G7). At the top the top itself looks (G8). */
export const seeHurry = on<SeeHurry>()({
  allowed: allowedAbove('SeeHurry'),
  reads: lookReads,
  decide:
    (command, found, { actor }) =>
    (state): Decision => {
      const { type, unitId, person, at, reason } = command
      const looker = findLooker({ ...found, actor, people: [person] }, command)
      if (E.isLeft(looker)) return looker
      const by = looker.right
      const run = findRun(state, { person, at })
      if (run === undefined) return E.left({ type: 'NotThere', id: person })
      return run.seen === null
        ? E.right([{ type: 'HurrySeen', unitId, person, at, by, reason }])
        : lookAgain(run.seen, { by, reason }, type)
    },
})
