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

/** The process with a planted fault: it gets some events changed, or not at all. */
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

/** Two registrations with `pairs` counting records each, at the same times. */
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
const proposed = { type: 'ProposeMerge', person: 'b', survivor: 'a' } as const
/** Merges them; returns the number of commands until rest, the most events of one command, and the faults. */
const mergeTwice = (parts: Parts, pairs: number) => {
  const play = createPlay({ ...parts, past: twice(pairs) })
  play.loop.send(people.deputy, proposed)
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
/** The recheck without its bound: it goes on within one decision. */
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
  it('H5, G2: however people submit, verify, rule and merge, figures count no minute twice, and at rest no hold is missing', () => {
    checkHistories(200)
  })
  it('the histories have overlaps', () => {
    const counts = fc.sample(drawHistory(20), { numRuns: 20, seed: 3 })
    expect(counts.map(countPairs).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(40)
  })
  it('H5: the law is shown to fail where the other registrations are not rechecked, or a merge is ignored', () => {
    expect(findsFault(untold)).toBe(true)
    expect(findsFault(unheard)).toBe(true)
  })
})

describe('a merge of two registrations with 450 pairs that count twice', () => {
  it('H5: takes three commands of at most 401 events', () => {
    expect(mergeTwice(real, 450)).toEqual({ commands: 3, most: 401, faults: [] })
  })
  it('H5: is shown to leave faults without further rechecks, and to exceed what a store takes without the bound', () => {
    expect(mergeTwice(once, 450).faults).toHaveLength(250)
    expect(mergeTwice(withoutBound, 501).most).toBeGreaterThan(1000)
  })
})
