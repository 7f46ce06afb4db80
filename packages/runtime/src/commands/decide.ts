import * as E from 'fp-ts/lib/Either.js'
import { needsOf, run, type Fact, type Moment, type Relied, type Typed } from '@zhiyuan/kernel'
import type { Admitted } from './decode-command.ts'
import { defect, type Fault } from '../ports/fault.ts'
import type { Load } from './load.ts'
import type { Folded } from './state-cache.ts'

/** What a slice decided, on which state of its own stream, relying on which others. */
export interface Decision {
  readonly own: Folded
  readonly relied: ReadonlyArray<Relied>
  readonly answer: E.Either<Typed, ReadonlyArray<Typed>>
}

interface Read {
  readonly fact: Fact<unknown>
  readonly folded: Folded
}

/** Each stream once, at the oldest version that was read of it. */
const reliedOn = (read: ReadonlyArray<Read>): ReadonlyArray<Relied> => {
  const versions = new Map<string, Relied>()
  for (const { fact, folded } of read) {
    const { stream } = fact
    const there = versions.get(stream)
    if (folded.version === null || (there !== undefined && there.version <= folded.version)) continue
    versions.set(stream, { stream, version: folded.version })
  }
  return [...versions.values()]
}

const guarded = <A>(where: string, rule: () => A): E.Either<Fault, A> => E.tryCatch(rule, (why) => defect(where, why))

const loadAll = async (
  load: Load,
  facts: ReadonlyArray<Fact<unknown>>,
  fresh: boolean,
): Promise<E.Either<Fault, ReadonlyArray<Read>>> => {
  const loaded = await Promise.all(facts.map((fact) => load(fact, fresh)))
  const read: Read[] = []
  for (const [index, one] of loaded.entries()) {
    if (E.isLeft(one)) return one
    read.push({ fact: facts[index] as Fact<unknown>, folded: one.right })
  }
  return E.right(read)
}

/** Loads what a command's step asks for, then decides. */
export const decider =
  (load: Load) =>
  async ({ slice, stream, command }: Admitted, moment: Moment, fresh: boolean): Promise<E.Either<Fault, Decision>> => {
    const own = await load(slice.ownState(stream), fresh)
    if (E.isLeft(own)) return own
    const { state } = own.right
    const needs = guarded(`the needs of ${command.type}`, () =>
      Object.values(needsOf(slice.decider, command, state, moment)),
    )
    if (E.isLeft(needs)) return needs
    const read = await loadAll(load, needs.right, fresh)
    if (E.isLeft(read)) return read
    const stateOf = (wanted: Fact<unknown>): unknown =>
      read.right.find(({ fact }) => fact.fold === wanted.fold && fact.stream === wanted.stream)?.folded.state
    const answer = guarded(`the step of ${command.type}`, () => run(slice.decider, stateOf)(state, command, moment))
    return E.isLeft(answer) ? answer : E.right({ own: own.right, relied: reliedOn(read.right), answer: answer.right })
  }
