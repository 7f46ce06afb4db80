import * as E from 'fp-ts/lib/Either.js'
import { catchUp } from './catch-up.ts'
import { booksOf, done, flush, openAll, type Done, type Engine } from './engine.ts'
import type { Fault } from '../ports/fault.ts'
import type { SettleReport } from './settle-report.ts'
import { tally, type Tally } from './tally.ts'

/** Sends the deadlines that are due; says whether there were any. */
const workOff = async (engine: Engine, count: Tally): Promise<E.Either<Fault, boolean>> => {
  const due = await engine.deadlines.due(engine.now())
  if (E.isLeft(due) || due.right.length === 0) return E.map(() => false)(due)
  count.due(due.right.length)
  for (const errand of due.right) engine.deadlines.done(errand)
  return E.map(() => true)(await engine.send(due.right, count))
}

/** A version that has caught up is what queries read from now on. */
const switchOver = async (engine: Engine): Promise<Done> => {
  for (const follower of engine.followers) {
    const { book, active, stopped } = follower
    if (active || stopped !== null || book.at() === null) continue
    const current = await engine.projections.active(book.ref.name)()
    if (E.isLeft(current)) return current
    const switched = current.right === book.ref.version ? done : await engine.projections.activate(book.ref)()
    if (E.isLeft(switched)) return switched
    follower.active = true
  }
  return done
}

const toRest = async (engine: Engine, count: Tally): Promise<Done> => {
  const opened = await openAll(engine)
  if (E.isLeft(opened)) return opened
  for (let moving = true; moving;) {
    const caughtUp = await catchUp(engine, count)
    if (E.isLeft(caughtUp)) return caughtUp
    const worked = await workOff(engine, count)
    if (E.isLeft(worked)) return worked
    moving = worked.right
  }
  const flushed = await flush(engine)
  return E.isLeft(flushed) ? flushed : switchOver(engine)
}

/**
 * Runs to rest. After a fault nothing is held that was not committed: the next settle begins where the store stands. So does this one, where
 * another process that settles was faster.
 */
export const settle = async (engine: Engine): Promise<E.Either<Fault, SettleReport>> => {
  const count = tally()
  for (let left = engine.limits.attempts; ; left--) {
    const rested = await toRest(engine, count)
    if (E.isRight(rested)) return E.right(count.report(engine.followers.flatMap(({ stopped }) => stopped ?? [])))
    for (const book of booksOf(engine)) book.reset()
    if (rested.left.type !== 'CheckpointConflict' || left <= 1) return rested
  }
}
