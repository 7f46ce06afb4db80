import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import type { Plan, Typed } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import { people } from '../../fixtures/people.ts'
import { record, type RecordEvent, type RecordRejection } from '../../slices/hours/record/index.ts'
import { submitted, verified } from '../../slices/hours/record/record.fixture.ts'
import { findFaults } from './one-human.oracle.fixture.ts'
import { checkHistories, countPairs, findsFault } from './one-human.law.arbitrary.ts'
import { real, type Parts } from './one-human.county.arbitrary.ts'
import { drawHistory } from './one-human.deeds.arbitrary.ts'
import { createPlay } from './one-human.play.arbitrary.ts'
import { recheckOverlaps } from './recheck-overlaps.ts'

/** The process with a fault: it hears some events otherwise, or not at all. */
const hearEvents = (change: (event: LedgerEvent) => LedgerEvent | null): Parts => ({
  ...real,
  process: {
    ...recheckOverlaps,
    react: (envelope, rows) => {
      const data = change(envelope.data)
      return data === null ? [] : recheckOverlaps.react({ ...envelope, data }, rows)
    },
  },
})
const untold = hearEvents((event) => (event.type === 'OverlapsRechecked' ? { ...event, others: [] } : event))
const once = hearEvents((event) => (event.type === 'OverlapsRechecked' ? { ...event, more: false } : event))
const unheard = hearEvents((event) => (event.type === 'RegistrationsMerged' ? null : event))

/** Two registrations with so many records at the same times, all of which count. */
const twice = (pairs: number): Parts['past'] => {
  const minute = (n: number): string => new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString()
  const makeRecords = (volunteer: string, recordedAt: string): ReadonlyArray<Typed> =>
    Array.from({ length: pairs }, (_, n) => {
      const segments = [{ start: minute(n * 10), end: minute(n * 10 + 9) }]
      return [
        submitted(`M${n}`, { volunteer, recordedAt, segments, minutes: 9 }),
        { ...verified(`M${n}`, { minutes: 9 }), volunteer } as Typed,
      ]
    }).flat()
  return {
    'record-a': makeRecords('a', '2020-04-01T00:00:00.000Z'),
    'record-b': makeRecords('b', '2020-04-02T00:00:00.000Z'),
  }
}
const merge = { type: 'MergeRegistrations', person: 'b', survivor: 'a' } as const
/** Merges them, and tells how many commands it took to rest and how many events came of one at most. */
const mergeTwice = (parts: Parts, pairs: number) => {
  const play = createPlay({ ...parts, past: twice(pairs) })
  play.loop.send(people.admin, merge)
  let most = 0
  let commands = 0
  for (; play.loop.waiting().length > 0; commands += 1) {
    const outcome = play.loop.deliver()
    most = Math.max(most, E.isRight(outcome) ? outcome.right.length : 0)
  }
  return { commands, most, faults: findFaults(play.state()) }
}

type Recheck = (typeof record.decider.handlers)['RecheckOverlaps']
/** The recheck without its bound: it comes again within one decision. */
const unbounded = ({ plan, ...handler }: Recheck): Recheck => ({
  ...handler,
  plan: (command, state, moment) => ({
    type: 'read',
    reads: {},
    next: (load) => {
      const events: RecordEvent[] = []
      for (let now = state; ;) {
        let next: Plan<RecordEvent, RecordRejection> = plan(command, now, moment)
        while (next.type === 'read') next = next.next(load)
        if (E.isLeft(next.decision)) return next
        const { right } = next.decision
        events.push(...right)
        now = right.reduce(record.decider.fold.evolve, now)
        const last = right.at(-1)
        if (last?.type !== 'OverlapsRechecked' || !last.more) return { type: 'decided', decision: E.right(events) }
      }
    },
  }),
})
const withoutBound: Parts = {
  ...real,
  records: {
    ...record,
    decider: {
      ...record.decider,
      handlers: {
        ...record.decider.handlers,
        RecheckOverlaps: unbounded(record.decider.handlers.RecheckOverlaps),
      },
    },
  },
}

describe('one human', () => {
  it('H5, G2: in whatever order people submit, verify, rule and merge: figures count no minute twice, and at rest nothing is owed', () => {
    checkHistories(200)
  })
  it('the histories speak of overlaps', () => {
    const counts = fc.sample(drawHistory(20), { numRuns: 20, seed: 3 })
    expect(counts.map(countPairs).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(40)
  })
  it('H5: is seen to fail where one that was told does not look, or a merge is not heard', () => {
    expect(findsFault(untold)).toBe(true)
    expect(findsFault(unheard)).toBe(true)
  })
})

describe('a merge of two registrations with 450 pairs that count twice', () => {
  it('H5: is worked off in three commands of at most 401 events', () => {
    expect(mergeTwice(real, 450)).toEqual({ commands: 3, most: 401, faults: [] })
  })
  it('H5: is seen to fail without coming again, and without the bound no store takes it', () => {
    expect(mergeTwice(once, 450).faults).toHaveLength(250)
    expect(mergeTwice(withoutBound, 501).most).toBeGreaterThan(1000)
  })
})
