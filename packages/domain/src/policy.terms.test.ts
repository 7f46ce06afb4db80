/** A term that no code reads would be a promise that no policy keeps: each term is read by a decision, a process or a figure. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { project, type Instant, type Process } from '@zhiyuan/kernel'
import { attemptDecider, replayPast } from '@zhiyuan/testing'
import type { LedgerCommand, LedgerEvent } from './ledger.ts'

const terms = './slices/organisation/policy/terms.ts'
const read = new Set<string>()

/** Records each term that is read by its name. A copy of all terms does not count: it asks for each property's descriptor first. */
const noteReads = <T extends object>(name: string, target: T): T => {
  let copied: string | symbol | null = null
  return new Proxy(target, {
    getOwnPropertyDescriptor: (all, key) => {
      copied = key
      return Reflect.getOwnPropertyDescriptor(all, key)
    },
    get: (all, key, self): unknown => {
      if (key !== copied) read.add(`${name}.${String(key)}`)
      copied = null
      return Reflect.get(all, key, self)
    },
  })
}

// Other tests have loaded these modules with the real reader of terms, so they are loaded again here.
beforeAll(() => {
  vi.resetModules()
  vi.doMock(import('./slices/organisation/policy/terms.ts'), async (original) => {
    const real = await original()
    return { ...real, readTerms: (section, policy) => noteReads(section.name, real.readTerms(section, policy)) }
  })
  // It reads every term that guards truth, to compare it with its default: that is no rule.
  vi.doMock(import('./slices/recognition/star/laxer-terms.ts'), () => ({ listLaxerTerms: () => [] }))
})
afterAll(() => {
  vi.doUnmock('./slices/recognition/star/laxer-terms.ts')
  vi.doUnmock(terms)
  vi.resetModules()
})

const decideAll = async (): Promise<void> => {
  const { trialsBySlice, walks } = await import('./fixtures/walks.ts')
  const { scene, world } = await import('./fixtures/world.ts')
  for (const { name, slice, lifecycle } of walks)
    for (const { from, command: type } of lifecycle.table.transitions) {
      const trial = trialsBySlice[name]?.makeTrial(from, type)
      if (trial === undefined) continue
      const { past, knowing, command, ...at } = trial
      const setting = { world: { ...world, ...knowing }, past, scene: { ...scene, ...at } }
      attemptDecider(slice, setting)(replayPast(slice, setting), { command })
    }
}

/** The golden story, with a confirmation by a clerk, and records that a recorder entered. */
const tellLog = async () => {
  const { buildPlainLog, worldLines } = await import('./views/log.fixture.ts')
  const { goldenLines } = await import('./views/golden.fixture.ts')
  const entered = goldenLines.map(({ at, event }) => ({
    at,
    event: 'recorder' in event ? { ...event, recorder: 'k2' } : event,
  }))
  const { confirmed } = await import('./slices/attendance/assignment/assignment.fixture.ts')
  const { people } = await import('./fixtures/people.ts')
  const lines = [...worldLines, { at: '2020-04-22T06:00:00.000Z', event: confirmed }, ...entered]
  return buildPlainLog(lines).map((envelope) => ({ ...envelope, actor: people.approverV2 as never }))
}
type Log = Awaited<ReturnType<typeof tellLog>>

const reactAll = async (log: Log): Promise<void> => {
  const { processes } = await import('./processes/index.ts')
  for (const process of processes as ReadonlyArray<Process<unknown, LedgerEvent, LedgerCommand>>) {
    const rows = new Map<string, unknown>()
    for (const envelope of log) {
      project(process)(rows, envelope)
      const keys = process.keys(envelope.data)
      process.react(
        envelope,
        keys.map((key) => rows.get(key)),
      )
    }
  }
}

const figureAll = async (log: Log): Promise<void> => {
  const { aprilAndMay, foldHumans, buildFigureInput, buildRows } = await import('./views/log.fixture.ts')
  const { assess } = await import('./views/assessment/assess.ts')
  const { starTable } = await import('./views/star-certification/figures.ts')
  const { volunteers } = await import('./views/volunteers/project.ts')
  const { test1 } = await import('./presets/policies.ts')
  const knownAt = '2020-06-15T01:00:00.000Z' as Instant
  assess(buildFigureInput(log, { period: aprilAndMay, knownAt }))
  starTable(buildRows(volunteers, log), foldHumans(log, knownAt), { knownAt, policy: test1 })
}

/** Terms whose rules are still being built; the list only shrinks. */
const notReadYet: ReadonlyArray<string> = []

it('G5: each term of the policy is read by a decision, a process or a figure', async () => {
  const log = await tellLog()
  await decideAll()
  await reactAll(log)
  await figureAll(log)
  const { sections } = await import('./policy.ts')
  const all = sections.flatMap(({ name, fields }) => Object.keys(fields).map((key) => `${name}.${key}`))
  expect(all.filter((term) => !read.has(term))).toEqual(notReadYet)
})
