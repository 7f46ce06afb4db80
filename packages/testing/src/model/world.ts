import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { sameContent, type Envelope, type StreamName } from '@zhiyuan/kernel'
import type { Appended, Capabilities, GlobalPosition, Page, Recorded } from '@zhiyuan/runtime'
import type { Append } from '@zhiyuan/runtime/store'
import type { Stores } from '../conformance/case.ts'

/** Opens the stores of one place, empty at first; opened again, they hold what they acknowledged before. */
export type Place = () => Promise<Stores>

/** What is known of both stores: the model's content, and the other store's names for the model's positions. */
export interface Model extends Stores {
  readonly appends: Append[]
  readonly positions: Map<GlobalPosition, GlobalPosition>
  readonly counts: Map<string, number>
  /** The capabilities that the store under test claims. */
  readonly claimed: Capabilities
}

/** The store under test. */
export interface Real {
  readonly place: Place
  stores: Stores
}

export const emptyModel = (stores: Stores, counts: Map<string, number>, claimed: Capabilities): Model => ({
  ...stores,
  appends: [],
  positions: new Map(),
  counts,
  claimed,
})

export const closeAll = async ({ events, projections, vault }: Stores): Promise<void> => {
  await events.close()
  await projections.close()
  await vault.close()
}

const normalizeFault = (left: unknown): unknown =>
  typeof left === 'object' && left !== null && 'type' in left && left.type === 'StoreFault' ? 'StoreFault' : left

/** Answers are compared without the cause of a fault, which is each store's own. */
const agree = (wanted: E.Either<unknown, unknown>, given: E.Either<unknown, unknown>): boolean =>
  E.isLeft(wanted)
    ? E.isLeft(given) && sameContent(normalizeFault(wanted.left), normalizeFault(given.left))
    : E.isRight(given) && sameContent(wanted.right, given.right)

/** Both answers must be equal, after the store's positions are translated into the model's. */
export const compare = async <Err, A>(
  wanting: TaskEither<Err, A>,
  giving: TaskEither<Err, A>,
  inModelsWords: (wanted: A, given: A) => A = (_, given) => given,
): Promise<E.Either<Err, A>> => {
  const wanted = await wanting()
  const answer = await giving()
  const given = E.isRight(wanted) && E.isRight(answer) ? E.right(inModelsWords(wanted.right, answer.right)) : answer
  if (!agree(wanted, given)) {
    throw new Error(`the model answers ${JSON.stringify(wanted)}, the store ${JSON.stringify(answer)}`)
  }
  return wanted
}

type Placed<A> = A & { readonly position: GlobalPosition }

/** A place in the log keeps its position for good. */
const mapPosition =
  ({ positions }: Model) =>
  <A>(wanted: Placed<A> | undefined, given: Placed<A>): Placed<A> => {
    if (wanted === undefined) return given
    const known = positions.get(wanted.position) ?? given.position
    positions.set(wanted.position, known)
    return given.position === known ? { ...given, position: wanted.position } : given
  }

export const placeAppended =
  (model: Model) =>
  (wanted: Appended, given: Appended): Appended =>
    mapPosition(model)(wanted, given)

export const placeLast =
  (model: Model) =>
  (wanted: Recorded | null, given: Recorded | null): Recorded | null =>
    wanted === null || given === null ? given : mapPosition(model)(wanted, given)

export const placePage =
  (model: Model) =>
  (wanted: Page, given: Page): Page => ({
    ...given,
    events: given.events.map((event, index) => mapPosition(model)(wanted.events[index], event)),
  })

/** Where a stream of the model ends: the number of its events. */
export const readLength = async ({ events }: Stores, stream: StreamName): Promise<number> => {
  const answer = await events.readStream(stream, 0 as Envelope<unknown>['version'], 1_000_000)()
  return E.isRight(answer) ? answer.right.events.length : 0
}
