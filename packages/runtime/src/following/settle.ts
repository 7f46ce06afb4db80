import * as E from 'fp-ts/lib/Either.js'
import { catchUp } from './catch-up.ts'
import { listCaches, done, flush, openAll, type Done, type Engine } from './engine.ts'
import type { Fault } from '../ports/fault.ts'
import type { SettleReport } from './settle-report.ts'
import { tally, type Tally } from './tally.ts'

/** Sends the deadlines that are due; says whether there were any. */
const workOff = async (engine: Engine, count: Tally): Promise<E.Either<Fault, boolean>> => {
  const due = await engine.timers.due(engine.now())
  if (E.isLeft(due) || due.right.length === 0) return E.map(() => false)(due)
  count.due(due.right.length)
  for (const command of due.right) engine.timers.done(command)
  return E.map(() => true)(await engine.send(due.right, count))
}

/** Once a new version of the rows has caught up, queries read it. */
const switchVersions = async (engine: Engine): Promise<Done> => {
  for (const subscriber of engine.subscribers) {
    const { cache, active, stopped } = subscriber
    if (active || stopped !== null || cache.at() === null) continue
    const current = await engine.projections.active(cache.ref.name)()
    if (E.isLeft(current)) return current
    const switched = current.right === cache.ref.version ? done : await engine.projections.activate(cache.ref)()
    if (E.isLeft(switched)) return switched
    subscriber.active = true
  }
  return done
}

const settleToRest = async (engine: Engine, count: Tally): Promise<Done> => {
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
  return E.isLeft(flushed) ? flushed : switchVersions(engine)
}

/**
 * Runs until nothing is left to do. After a fault no uncommitted row is kept: the next settle begins at the stored checkpoint. So does this one
 * when another process that settles was faster.
 */
export const settle = async (engine: Engine): Promise<E.Either<Fault, SettleReport>> => {
  const count = tally()
  for (let left = engine.limits.attempts; ; left--) {
    const rested = await settleToRest(engine, count)
    if (E.isRight(rested)) return E.right(count.report(engine.subscribers.flatMap(({ stopped }) => stopped ?? [])))
    for (const cache of listCaches(engine)) cache.reset()
    if (rested.left.type !== 'CheckpointConflict' || left <= 1) return rested
  }
}
