import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  listStreams,
  readMany,
  streamRead,
  type CommandHandler,
  type CommandNotAllowed,
  type Instant,
  type Moment,
  type StreamName,
  type UnitId,
} from '@zhiyuan/kernel'
import { historyLoader, type PlainActor } from '@zhiyuan/testing'
import type {
  NotAuthorised,
  NotThere,
  NotYetDue,
  OnlyAProcess,
  OutsideJurisdiction,
} from '../../vocabulary/rejections.ts'
import { people, timer, units } from '../../fixtures/people.ts'
import { unitEvents } from '../../fixtures/world.ts'
import { handlerKit } from './handler-kit.ts'
import { nameStates } from './state-naming.ts'

const { C, V1, T2 } = units
const due = '2020-04-20T06:00:00.000Z' as Instant

interface Lent {
  readonly by: UnitId
  readonly dueAt: Instant
}
/** A book at a unit; `Damaged` and `Lost` are one shape under two names. */
type Book =
  | { readonly type: 'None' }
  | { readonly type: 'OnShelf'; readonly by: UnitId }
  | ({ readonly type: 'Lent' } & Lent)
  | { readonly type: 'Damaged' | 'Lost'; readonly by: UnitId }
interface Recall {
  readonly type: 'Recall'
  readonly dueAt: string
}
type Said = string
type Refusal =
  | CommandNotAllowed
  | NotAuthorised
  | NotThere
  | NotYetDue
  | OnlyAProcess
  | OutsideJurisdiction
  | { readonly type: 'Unreadable' }

const { authorised, onProcess, onTimer } = handlerKit<Recall, Book, Said, Refusal>(nameStates(() => 'B1'))
type Handler = CommandHandler<Recall, Book, Said, Refusal>

const by = V1 as UnitId
const none: Book = { type: 'None' }
const onShelf: Book = { type: 'OnShelf', by }
const lent: Book = { type: 'Lent', by, dueAt: due }
const recall: Recall = { type: 'Recall', dueAt: due }

const moment = (actor: PlainActor, now: string = due): Moment =>
  ({ jurisdiction: C, now, occurredAt: now, actor }) as unknown as Moment
const history = { [`units-${C}`]: unitEvents, 'pages-a': [{ type: 'Torn' }], 'pages-1': [{ type: 'Torn' }] } as never

/** The outcome of a command, and what was read for it, round by round. */
const play = (handler: Handler, state: Book, at: Moment, command = recall) => {
  const rounds: ReadonlyArray<StreamName>[] = []
  let plan = handler.plan(command, state, at)
  while (plan.type === 'read') {
    rounds.push(listStreams(plan.reads).map(({ stream }) => stream))
    plan = plan.next(historyLoader(history))
  }
  return { rounds, outcome: plan.decision }
}
const playOutcome = (handler: Handler, state: Book, at: Moment, command = recall) =>
  play(handler, state, at, command).outcome

const count = { initial: 0, evolve: (n: number, _event: unknown): number => n + 1 }
const rightOnce = (said: string) => () => (): E.Either<Refusal, ReadonlyArray<Said>> => E.right([said])
const lenderUnit = {
  called: 'the unit of the book',
  of: ({ state }: { readonly state: Lent | { by: UnitId } }) => state.by,
}

const take = authorised<Recall>()({
  before: (_command, state) => (state.type === 'Damaged' ? E.right([]) : null),
  states: ['OnShelf', 'Lent', 'Lost'],
  fits: ({ dueAt }, state) => state.type !== 'Lent' || state.dueAt === dueAt,
  done: (_command, state) => state.type === 'Lost',
  roles: ['clerk', 'dispatcher'],
  unit: lenderUnit,
  also: { called: 'the author', is: ({ moment: { actor } }) => actor.type === 'person' && actor.person === 'b' },
  decide: rightOnce('taken'),
})

describe('a command of people in a role', () => {
  it('G4: is allowed at the unit of the state or above it', () => {
    const dispatchers = [people.dispatcherC, people.dispatcherT1, people.dispatcherT2]
    expect(dispatchers.map((actor) => playOutcome(take, lent, moment(actor)))).toMatchObject([
      E.right(['taken']),
      E.right(['taken']),
      E.left({ type: 'OutsideJurisdiction', actsAt: T2, unit: V1 }),
    ])
    expect(playOutcome(take, lent, moment(people.assessor))).toEqual(
      E.left({ type: 'NotAuthorised', command: 'Recall' }),
    )
    expect(playOutcome(take, lent, moment(timer))).toEqual(E.left({ type: 'NotAuthorised', command: 'Recall' }))
  })

  it('is also allowed to those whom the rule names besides', () => {
    expect(playOutcome(take, lent, moment(people.b))).toEqual(E.right(['taken']))
    expect(playOutcome(take, lent, moment(people.c))).toMatchObject(E.left({ type: 'NotAuthorised' }))
  })

  it('is refused to any actor in a state that is not listed or does not fit, by the name of that state', () => {
    const other = { ...recall, dueAt: 'another' }
    for (const actor of [people.clerkV1, people.assessor]) {
      expect(playOutcome(take, none, moment(actor))).toEqual(E.left({ type: 'NotThere', id: 'B1' }))
      expect(playOutcome(take, lent, moment(actor), other)).toMatchObject(E.left({ state: 'Lent' }))
    }
  })

  it('is a no-op where it is done already, before authority is checked or anything is read', () => {
    expect(play(take, { type: 'Damaged', by }, moment(people.assessor))).toEqual({ rounds: [], outcome: E.right([]) })
    expect(play(take, { type: 'Lost', by }, moment(people.assessor))).toEqual({ rounds: [], outcome: E.right([]) })
  })

  it('reads the tree in its first round, and hands it on', () => {
    const handler = authorised<Recall>()({
      states: ['OnShelf'],
      roles: ['clerk'],
      unit: lenderUnit,
      reads: () => ({ pages: streamRead('pages-a', count) }),
      thenReads: ({ pages, tree }) => ({
        more: readMany([`${pages}`, `${tree.units.size}`], (id) => streamRead(`pages-${id}`, count)),
      }),
      decide:
        (_command, { pages, tree, more }) =>
        () =>
          E.right([`${pages} ${tree.root} ${[...more.values()].join('+')}`]),
    })
    expect(play(handler, onShelf, moment(people.clerkV1))).toEqual({
      rounds: [
        ['pages-a', `units-${C}`],
        ['pages-1', 'pages-5'],
      ],
      outcome: E.right([`1 ${C} 1+0`]),
    })
  })

  it('finds the unit by what the first round read; without a unit, no role helps', () => {
    const handler = authorised<Recall>()({
      states: ['OnShelf', 'Lent'],
      roles: ['clerk', 'administrator'],
      unit: { called: 'the top', of: ({ state, found }) => (state.type === 'Lent' ? null : found.tree.root) },
      decide: rightOnce('ruled'),
    })
    expect(playOutcome(handler, onShelf, moment(people.admin))).toEqual(E.right(['ruled']))
    expect(playOutcome(handler, onShelf, moment(people.clerkV1))).toMatchObject(E.left({ unit: C }))
    expect(playOutcome(handler, lent, moment(people.admin))).toMatchObject(E.left({ type: 'NotAuthorised' }))
  })

  it('gets the state narrowed, also where one shape goes by several names', () => {
    const handler = authorised<Recall>()({
      states: ['Lent', 'Lost'],
      roles: ['clerk'],
      unit: lenderUnit,
      decide: () => (state) => E.right([state.type === 'Lent' ? state.dueAt : (state.type satisfies 'Lost')]),
    })
    expect(playOutcome(handler, { type: 'Lost', by }, moment(people.clerkV1))).toEqual(E.right(['Lost']))
    expect(playOutcome(handler, { type: 'Damaged', by }, moment(people.clerkV1))).toMatchObject(
      E.left({ state: 'Damaged' }),
    )
    authorised<Recall>()({
      // @ts-expect-error there is no such state
      states: ['Borrowed'],
      roles: ['clerk'],
      unit: { called: 'the unit', of: () => by },
      decide: rightOnce('never'),
    })
  })

  it('says who may as data', () => {
    expect(take.allowed).toEqual({
      roles: ['clerk', 'dispatcher'],
      at: 'the unit of the book or above',
      also: 'the author',
    })
  })
})

describe('a command of a process', () => {
  const remind = onProcess<Recall>()({
    reads: () => ({ pages: streamRead('pages-a', count) }),
    about: ({ dueAt }, state, { pages }) => (state.type === 'Lent' && state.dueAt === dueAt ? { pages } : null),
    then: ({ pages }) => E.right([`reminded of ${pages}`]),
  })

  it('is refused to a person, and for something that never existed', () => {
    expect(playOutcome(remind, lent, moment(people.admin))).toEqual(E.left({ type: 'OnlyAProcess', command: 'Recall' }))
    expect(playOutcome(remind, none, moment(timer))).toMatchObject(E.left({ type: 'NotThere', id: 'B1' }))
  })

  it('is a no-op where it no longer applies', () => {
    expect(playOutcome(remind, onShelf, moment(timer))).toEqual(E.right([]))
    expect(playOutcome(remind, lent, moment(timer))).toEqual(E.right(['reminded of 1']))
  })
})

describe('a command of a timer', () => {
  const fine = onTimer<Recall>()({
    running: ({ dueAt }, state) =>
      state.type === 'Lent' && state.dueAt === dueAt ? { dueAt: state.dueAt, by: state.by } : null,
    end: ({ by: unit }, _found, { now }) => E.right([`${unit} ${now}`]),
  })
  const early = '2020-04-20T05:59:59.999Z'

  it('comes at its due instant or later, and is told when it is early', () => {
    expect(playOutcome(fine, lent, moment(timer, early))).toEqual(E.left({ type: 'NotYetDue', dueAt: due }))
    expect(playOutcome(fine, lent, moment(timer))).toEqual(E.right([`${V1} ${due}`]))
  })

  it('is a no-op once its timer no longer runs, even when early', () => {
    expect(playOutcome(fine, onShelf, moment(timer, early))).toEqual(E.right([]))
  })

  it('is refused to a person, due or not, and for something that never existed', () => {
    expect(playOutcome(fine, lent, moment(people.admin, early))).toMatchObject(E.left({ type: 'OnlyAProcess' }))
    expect(playOutcome(fine, none, moment(timer, early))).toMatchObject(E.left({ type: 'NotThere' }))
  })
})
