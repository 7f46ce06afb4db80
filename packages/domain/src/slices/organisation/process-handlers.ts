/** Commands that only processes send. */
import * as E from 'fp-ts/lib/Either.js'
import {
  defineHandler,
  type CommandHandler,
  type Instant,
  type Moment,
  type Reads,
  type States,
  type Typed,
} from '@zhiyuan/kernel'
import type { Including, NotYetDue, OnlyAProcess } from '../../vocabulary/rejections.ts'
import { refusePerson } from './authority.ts'
import type { StateNaming } from './state-naming.ts'

type NoReads = Record<never, never>
type Decided<Ev, R> = E.Either<R, ReadonlyArray<Ev>>

/** A process's command: what it is about, and what follows. */
export interface ProcessRule<C, S, Ev, R, W, A extends Reads, B extends Reads> {
  readonly reads?: (command: C, state: S, moment: Moment) => A
  readonly thenReads?: (found: States<A>, command: C, state: S, moment: Moment) => B
  /** What the command is about, with all that `then` needs. Null: the command no longer applies, a no-op. */
  readonly about: (command: C, state: S, found: States<A> & States<B>) => W | null
  readonly then: (about: W, found: States<A> & States<B>, moment: Moment) => Decided<Ev, R>
}

/** A timer's command: the running timer, and what happens at its end. */
export interface TimerRule<C, S, Ev, R, W extends { readonly dueAt: Instant }, A extends Reads> {
  readonly reads?: (command: C, state: S, moment: Moment) => A
  /** The timer with all that its end needs. Null: it no longer runs, a no-op. */
  readonly running: (command: C, state: S, found: States<A>) => W | null
  readonly end: (running: W, found: States<A>, moment: Moment) => Decided<Ev, R>
}

/** The maker of handlers for processes, of one slice. */
export type DefineProcess<Any, S, Ev, R> = <C extends Any>() => <
  W,
  A extends Reads = NoReads,
  B extends Reads = NoReads,
>(
  rule: ProcessRule<C, S, Ev, R, W, A, B>,
) => CommandHandler<C, S, Ev, Including<R, OnlyAProcess>>

/** The maker of handlers for timers, of one slice. */
export type DefineTimer<Any, S, Ev, R> = <C extends Any>() => <
  W extends { readonly dueAt: Instant },
  A extends Reads = NoReads,
>(
  rule: TimerRule<C, S, Ev, R, W, A>,
) => CommandHandler<C, S, Ev, Including<R, NotYetDue | OnlyAProcess>>

const processHandler =
  <C extends Typed, S, Ev, R>({ notAllowed, isAbsent }: StateNaming<C, S, R>) =>
  <W, A extends Reads, B extends Reads>({
    reads,
    thenReads,
    about,
    then,
  }: ProcessRule<C, S, Ev, R, W, A, B>): CommandHandler<C, S, Ev, R | OnlyAProcess> =>
    defineHandler<S, Ev, R | OnlyAProcess>()<C>()<A, B>({
      ...(reads === undefined ? {} : { reads }),
      ...(thenReads === undefined ? {} : { thenReads }),
      decide: (command, found, moment) => (state) => {
        const onlyAProcess = refusePerson(moment.actor, command.type)
        if (onlyAProcess !== null) return E.left(onlyAProcess)
        if (isAbsent(state, command)) return E.left(notAllowed(state, command))
        const applies = about(command, state, found)
        return applies === null ? E.right([]) : then(applies, found, moment)
      },
    })

/** Makes handlers for processes. A person is refused, and so is a command about something that never existed. */
export const defineProcessHandler =
  <Any extends Typed, S, Ev, R>(naming: StateNaming<Any, S, R>): DefineProcess<Any, S, Ev, R> =>
  <C extends Any>() =>
  <W, A extends Reads = NoReads, B extends Reads = NoReads>(rule: ProcessRule<C, S, Ev, R, W, A, B>) =>
    processHandler<C, S, Ev, R>(naming)(rule) as CommandHandler<C, S, Ev, Including<R, OnlyAProcess>>

/** Makes handlers for timers. A command that comes early is told when it is due, and the runtime sends it again then. */
export const defineTimerHandler =
  <Any extends Typed, S, Ev, R>(naming: StateNaming<Any, S, R>): DefineTimer<Any, S, Ev, R> =>
  <C extends Any>() =>
  <W extends { readonly dueAt: Instant }, A extends Reads = NoReads>({
    reads,
    running,
    end,
  }: TimerRule<C, S, Ev, R, W, A>) =>
    processHandler<C, S, Ev, R | NotYetDue>(naming)<W, A, NoReads>({
      ...(reads === undefined ? {} : { reads }),
      about: running,
      then: (timer, found, moment) =>
        moment.now < timer.dueAt ? E.left({ type: 'NotYetDue', dueAt: timer.dueAt }) : end(timer, found, moment),
    }) as CommandHandler<C, S, Ev, Including<R, NotYetDue | OnlyAProcess>>
