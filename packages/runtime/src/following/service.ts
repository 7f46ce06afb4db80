import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { defect, type Fault } from '../ports/fault.ts'
import { optional, optionKinds, refuseOptions, type OptionRules } from '../ports/options.ts'
import { LedgerRefusal } from '../ports/unwrap.ts'
import type { EventStore, GlobalPosition, Subscription } from '../ports/ports.ts'
import type { SettleReport } from './settle-report.ts'

/** How a ledger settles by itself, and who is told. */
export interface ServiceOptions {
  /** How often deadlines are looked at, in whole milliseconds from 1 to 3,600,000; 1,000 if not said. */
  readonly everyMs?: number
  readonly onSettled?: (report: SettleReport) => void
  /**
   * Hears of every fault: nothing else would tell that rows stand still. The service goes on after one, and after a listener that throws: at
   * the next event or tick it tries again.
   */
  readonly onFault: (fault: Fault) => void
}

/** A ledger that settles by itself until it is stopped. */
export interface Service {
  /** Resolves when the last settle has ended and no other will begin. */
  readonly stop: () => Promise<void>
}

/** One settle at a time; a request that comes during one is served by the next. */
const oneAtATime = (task: () => Promise<void>) => {
  let running: Promise<void> | null = null
  let again = false
  const loop = async (): Promise<void> => {
    do {
      again = false
      await task()
    } while (again)
    running = null
  }
  return {
    ask: (): void => {
      again = true
      running ??= loop()
    },
    rest: async (): Promise<void> => {
      again = false
      await running
    },
  }
}

/** Calls a listener. An error that it throws is a mistake in the embedding program, and must not stop the service. */
const tellListener = (tell: () => void): Fault | null =>
  E.match(
    (fault: Fault) => fault,
    () => null,
  )(E.tryCatch(tell, (why) => defect('a listener of the service', why)))

const serviceOptions: OptionRules = {
  everyMs: {
    expected: 'whole milliseconds from 1 to 3,600,000',
    fits: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 3_600_000,
    optional: true,
  },
  onSettled: optional(optionKinds.listener),
  onFault: optionKinds.listener,
}

/** Follows the log from its last seen event; asks for a settle at each page and at each tick. Malformed options throw a `LedgerRefusal`. */
export const serve = (
  events: EventStore,
  settle: TaskEither<Fault, SettleReport>,
  options: ServiceOptions,
): Service => {
  const refusal = refuseOptions(options, serviceOptions)
  if (refusal !== null) throw new LedgerRefusal(refusal)
  const { everyMs = 1000, onSettled = () => {}, onFault } = options
  let seen: GlobalPosition | null = null
  let subscription: Subscription | null = null
  let stopped = false
  const settles = oneAtATime(async () => {
    if (stopped) return
    const answer = await settle()
    const fault = E.isLeft(answer) ? answer.left : tellListener(() => onSettled(answer.right))
    if (fault !== null) tellListener(() => onFault(fault))
  })
  const follow = (): Subscription =>
    events.subscribe(
      seen,
      (page) => {
        seen = page.at(-1)?.position ?? seen
        settles.ask()
        return Promise.resolve()
      },
      (why) => {
        subscription = null
        tellListener(() => onFault(why))
      },
    )
  /** A settle takes in what is there already, so the subscription needs to report only new events. */
  const begin = async (): Promise<void> => {
    const last = await events.last()()
    if (E.isLeft(last)) tellListener(() => onFault(last.left))
    else {
      seen ??= last.right?.position ?? null
      if (!stopped) subscription = follow()
      settles.ask()
    }
    beginning = null
  }
  let beginning: Promise<void> | null = null
  const tick = (): void => {
    if (subscription === null) beginning ??= begin()
    settles.ask()
  }
  const timer = setInterval(tick, everyMs)
  tick()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await beginning
      await subscription?.close()
      await settles.rest()
    },
  }
}
