/** How tests make figures of a log: rows by the views, small streams folded up to K, as the ledger does. */
import { project, type Envelope, type Instant, type Projection, type Shape } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../ledger.ts'
import { OrganisationEvent } from '../slices/organisation/units/units.codec.ts'
import { unitsFold } from '../slices/organisation/units/units.read.ts'
import { policy } from '../policy.ts'
import type { PolicyEvent } from '../slices/organisation/policy/policy.codec.ts'
import { policyFold } from '../slices/organisation/policy/policy.read.ts'
import { RosterEvent } from '../slices/organisation/roster/roster.codec.ts'
import { HumansEvent } from '../slices/people/humans/humans.codec.ts'
import { humansFold, type Humans } from '../slices/people/humans/humans.read.ts'
import { rosterFold } from '../slices/organisation/roster/roster.read.ts'
import { world } from '../fixtures/world.ts'
import type { FigureInput, Period } from './assessment/input.ts'
import { assessmentNeeds } from './assessment/needs/project.ts'
import { assessmentOrders } from './assessment/orders/project.ts'
import { volunteers as people } from './volunteers/project.ts'

export type Log = ReadonlyArray<Envelope<LedgerEvent>>

/** An event and the instant of its recording. */
export interface LogLine {
  readonly at: string
  readonly event: object
}

/** Builds a log without decoding; `occurredAt` equals `recordedAt`. */
export const buildPlainLog = (lines: ReadonlyArray<LogLine>): Log =>
  lines.map(
    ({ at, event }, index) =>
      ({ id: `e${index}`, recordedAt: at, occurredAt: at, data: event }) as unknown as Envelope<LedgerEvent>,
  )

const begin = '2020-04-01T00:00:00.000Z'
/** Units, policy TEST-1 and rosters of the sample world, recorded before all other events. */
export const worldLines: ReadonlyArray<LogLine> = (['units-131081', 'policy-131081', 'roster-131081'] as const).flatMap(
  (stream) => (world[stream] ?? []).map((event) => ({ at: begin, event })),
)

const listTypes = ({ shape }: { readonly shape: Shape }): ReadonlySet<string> =>
  new Set(shape.kind === 'variants' ? Object.keys(shape.members) : [])
const unitTypes = listTypes(OrganisationEvent)
const policyTypes = listTypes(policy.event)
const rosterTypes = listTypes(RosterEvent)
const humanTypes = listTypes(HumansEvent)

const pickEvents = <E>(log: Log, types: ReadonlySet<string>, at: string): ReadonlyArray<E> =>
  log.flatMap(({ data, recordedAt }) => (types.has(data.type) && recordedAt <= at ? [data as E] : []))

/** Builds the rows of a view from a log, in key order, as stores return them. */
export const buildRows = <Row>(view: Projection<Row, LedgerEvent>, log: Log): ReadonlyArray<Row> => {
  const rows = new Map<string, Row>()
  for (const envelope of log) project(view)(rows, envelope)
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}

/** Folds the merges known at an instant. */
export const foldHumans = (log: Log, at: string): Humans =>
  pickEvents<HumansEvent>(log, humanTypes, at).reduce(humansFold.evolve, humansFold.initial)

const views = { volunteers: people, needs: assessmentNeeds, orders: assessmentOrders }

/** A question: for which period, as known at which instant. */
export interface FigureQuestion {
  readonly period: Period
  readonly knownAt: string
}

/** Builds the input of F: rows of the whole log, also from after K, and streams folded up to K. A test may pass broken views to show that a law fails. */
export const buildFigureInput = (
  log: Log,
  { period, knownAt }: FigureQuestion,
  by: Partial<typeof views> = {},
): FigureInput => {
  const { volunteers, needs, orders } = { ...views, ...by }
  return {
    period,
    knownAt: knownAt as Instant,
    tree: pickEvents<OrganisationEvent>(log, unitTypes, knownAt).reduce(unitsFold.evolve, unitsFold.initial),
    policies: pickEvents<PolicyEvent>(log, policyTypes, knownAt).reduce(policyFold.evolve, policyFold.initial),
    rosters: pickEvents<RosterEvent>(log, rosterTypes, knownAt).reduce(rosterFold.evolve, rosterFold.initial),
    humans: foldHumans(log, knownAt),
    volunteers: buildRows(volunteers, log),
    needs: buildRows(needs, log),
    orders: buildRows(orders, log),
  }
}

export const aprilAndMay = { from: '2020-04-01', to: '2020-06-01' } as Period
