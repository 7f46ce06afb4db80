/** The events that an indicator says to be read off are all that change it. */
import { expect, it } from 'vitest'
import type { LedgerEvent } from '@zhiyuan/domain'
import {
  assess,
  figureViews,
  indicatorRecipes,
  indicators,
  type FigureInput,
  type Indicator,
} from '@zhiyuan/domain/assessment'
import { policyRead, rosterRead, unitsRead } from '@zhiyuan/domain/organisation'
import { humansRead } from '@zhiyuan/domain/people'
import {
  project,
  type Envelope,
  type Instant,
  type Jurisdiction,
  type LocalDay,
  type Projection,
  type StreamRead,
} from '@zhiyuan/kernel'
import { memoryStores } from '@zhiyuan/store-memory'
import { tellStory } from '../golden/tell.ts'
import { tellMerge } from '../golden/merge.ts'
import { common } from './indicators.introduction.ts'

type Log = ReadonlyArray<Envelope<LedgerEvent>>
const whole = 100_000

const readAll = async (ledger: {
  readonly read: (after: null, most: number) => Promise<{ readonly events: ReadonlyArray<unknown> }>
}): Promise<Log> => (await ledger.read(null, whole)).events as Log

const fold = <A>(log: Log, { stream, initial, resume }: StreamRead<A>): A =>
  resume(
    initial,
    log.filter((event) => event.stream === stream).map(({ data }) => data),
  )

const rows = <Row>(log: Log, view: Projection<Row, LedgerEvent>): ReadonlyArray<Row> => {
  const found = new Map<string, Row>()
  for (const envelope of log) project(view)(found, envelope)
  return [...found.values()]
}

/** Every figure of every unit over the whole year, as known long after. */
const assessLog = (log: Log): ReadonlyArray<Record<string, unknown>> => {
  const [volunteers, needs, orders] = figureViews
  const jurisdiction = log[0]?.jurisdiction as Jurisdiction
  const input: FigureInput = {
    period: { from: '2020-01-01' as LocalDay, to: '2021-01-01' as LocalDay },
    knownAt: '2022-01-01T00:00:00.000Z' as Instant,
    tree: fold(log, unitsRead(jurisdiction)),
    policies: fold(log, policyRead(jurisdiction)),
    rosters: fold(log, rosterRead(jurisdiction)),
    humans: fold(log, humansRead(jurisdiction)),
    volunteers: rows(log, volunteers),
    needs: rows(log, needs),
    orders: rows(log, orders),
  }
  return assess(input).areas.map(({ figures }) => figures)
}

/** What changes an indicator in one of the logs, by indicator and event. */
const listMoving = (logs: ReadonlyArray<Log>): ReadonlyArray<readonly [id: Indicator, type: string]> =>
  logs.flatMap((log) => {
    const before = assessLog(log)
    const types = [...new Set(log.map(({ data }) => data.type))]
    return types.flatMap((type) => {
      const without = assessLog(log.filter(({ data }) => data.type !== type))
      const figures = (areas: typeof before, id: Indicator): string => JSON.stringify(areas.map((area) => area[id]))
      return indicators.filter((id) => figures(before, id) !== figures(without, id)).map((id) => [id, type] as const)
    })
  })

const isCommon = (type: string): boolean => common.includes(`\`${type}\``)

it('S5: an indicator changes with no other events than those it names, and those that all figures have in common', async () => {
  const logs = [await readAll((await tellStory(memoryStores())).ledger), await readAll(await tellMerge(memoryStores()))]
  const moving = listMoving(logs)
  const unsaid = moving.filter(
    ([id, type]) => !isCommon(type) && !indicatorRecipes[id].events.some((one) => one === type),
  )
  expect(unsaid).toEqual([])
  expect([...new Set(moving.map(([id]) => id))].toSorted()).toEqual([...indicators])
  expect(moving.filter(([, type]) => !isCommon(type)).length).toBeGreaterThan(40)
})
