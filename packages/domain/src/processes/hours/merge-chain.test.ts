/** The number of commands that it takes to merge many registrations into one human. */
import { describe, expect, it } from 'vitest'
import { msPerMinute, plusMillis, type Instant, type Typed } from '@zhiyuan/kernel'
import { startLoop } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import { record } from '../../slices/hours/record/index.ts'
import { instant, submitted, verified } from '../../slices/hours/record/record.fixture.ts'
import { humans } from '../../slices/people/humans/index.ts'
import { recheckOverlaps } from './recheck-overlaps.ts'

const newYear = '2020-01-01T00:00:00.000Z' as Instant
const minute = (n: number): Instant => plusMillis(newYear, n * msPerMinute)
const registrationName = (n: number): string => `r${String(n).padStart(3, '0')}`

/** Pseudo-random numbers that are the same in every run (Park and Miller). */
const dice = (): ((below: number) => number) => {
  let now = 7919
  return (below) => {
    now = (now * 48_271) % 2_147_483_647
    return now % below
  }
}

/** 20 counting records for each registration, at random times within four weeks. */
const registered = (count: number): Readonly<Record<string, ReadonlyArray<Typed>>> => {
  const roll = dice()
  const makeRecords = (volunteer: string): ReadonlyArray<Typed> =>
    Array.from({ length: 20 }, (_, n) => {
      // One record a day, so that the records of one registration do not overlap.
      const start = minute((1 + n) * 24 * 60 + roll(22 * 60))
      const segments = [{ start, end: plusMillis(start, 120 * msPerMinute) }]
      const entered = { volunteer, segments, minutes: 120, recordedAt: minute(60 * 24 * 30 + roll(10_000)) }
      return [submitted(`M${n}`, entered), { ...verified(`M${n}`, { minutes: 120 }), volunteer } as Typed]
    }).flat()
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => registrationName(n)).flatMap((volunteer) => [
      [`record-${volunteer}`, makeRecords(volunteer)],
      [`volunteer-${volunteer}`, (world['volunteer-a'] ?? []).map((event) => ({ ...event, person: volunteer }))],
    ]),
  )
}

/** Merges each registration into the next, and returns how many commands it takes to come to rest after each merge, or once after all. */
const mergeChain = (count: number, settles: 'after each' | 'once', process = recheckOverlaps): number => {
  const loop = startLoop({
    slices: [record, humans],
    processes: [process],
    world: { ...world, ...registered(count) },
    scene: { ...scene, now: instant('05-02 01:00') },
  })
  let commands = 0
  const rest = (): void => {
    for (; loop.waiting().length > 0; commands += 1) loop.deliver()
  }
  for (let n = 1; n < count; n += 1) {
    const pair = { person: registrationName(n - 1), survivor: registrationName(n) }
    loop.send(people.deputy, { type: 'ProposeMerge', ...pair })
    loop.send(people.admin, { type: 'MergeRegistrations', ...pair })
    if (settles === 'after each') rest()
  }
  rest()
  return commands
}

/** A variant of the process in which a merge has every other registration rechecked. */
const tellingAll: typeof recheckOverlaps = {
  ...recheckOverlaps,
  react: (envelope, rows) =>
    recheckOverlaps
      .react(envelope, rows)
      .map((one) =>
        envelope.data.type === 'RegistrationsMerged' && 'command' in one && one.command.type === 'RecheckOverlaps'
          ? { ...one, command: { ...one.command, tell: null } }
          : one,
      ),
}

describe('a chain of merges', () => {
  it.each([15, 30])(
    'H5, G2: of %i registrations takes two commands for each if it settles once, and six if it settles after each merge',
    (count) => {
      expect(mergeChain(count, 'once')).toBeLessThan(2 * count)
      expect(mergeChain(count, 'after each')).toBeLessThan(6 * count)
    },
  )

  it('is shown to take many more where every registration is rechecked', () => {
    const few = mergeChain(10, 'once', tellingAll)
    const many = mergeChain(20, 'once', tellingAll)
    expect(many).toBeGreaterThan(3 * few)
  })
})
