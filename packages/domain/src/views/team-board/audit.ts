/** Makes each ranking of a log again, up to the last event that it had seen (O10). */
import { project, sameContent, type Envelope, type EventId } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { TeamSpecialty } from '../../vocabulary/values.ts'
import { unitsFold, type UnitTree } from '../../slices/organisation/units/units.read.ts'
import type { OrganisationEvent } from '../../slices/organisation/units/units.codec.ts'
import type { Ranking } from '../../slices/requests/order/ranking.codec.ts'
import { teamBoard } from './project.ts'
import { rank, type RankingWish } from './rank.ts'
import type { TeamBoardRow } from './row.ts'

/** The type beside the data is the data's own, and is not read here. */
type Line = Omit<Envelope<LedgerEvent>, 'type'>
type Log = ReadonlyArray<Line>
type Decision = Extract<LedgerEvent, { readonly ranking: Ranking }>

/** A decision whose ranking the log does not bear out: it is another one, or it names an event that does not stand before it. */
export interface RankingFault {
  readonly eventId: EventId
  readonly orderId: OrderId
  readonly because: 'another-ranking' | 'unknown-last-event'
}

const isDecision = (event: LedgerEvent): event is Decision => 'ranking' in event

/** A search found no candidate, and the time asked for matters to candidates alone. */
const makeWish = (event: Decision, specialty: TeamSpecialty): RankingWish => ({
  handler: event.handler,
  orderId: event.orderId,
  planned: event.type === 'OrderOffered' ? event.planned : null,
  specialty,
})

/** The decisions by the last event that their rankings had seen. */
const groupDecisions = (log: Log): ReadonlyMap<EventId | null, ReadonlyArray<Line>> => {
  const groups = new Map<EventId | null, Line[]>()
  for (const envelope of log) {
    const { data } = envelope
    if (!isDecision(data)) continue
    const group = groups.get(data.ranking.lastEvent)
    if (group === undefined) groups.set(data.ranking.lastEvent, [envelope])
    else group.push(envelope)
  }
  return groups
}

const foldBoard = project(teamBoard)
const isUnitEvent = (stream: string): boolean => stream.startsWith('units-')

/** O10: the decisions in the log whose rankings cannot be made again. Pure: the log is all that it reads. */
export const auditRankings = (log: Log): ReadonlyArray<RankingFault> => {
  const groups = groupDecisions(log)
  const rows = new Map<string, TeamBoardRow>()
  const specialties = new Map<OrderId, TeamSpecialty>()
  const made = new Map<EventId, Ranking>()
  let tree: UnitTree = unitsFold.initial
  log.forEach(({ data }) => {
    if (data.type === 'OrderPlaced') specialties.set(data.orderId, data.specialty)
  })
  const rankGroup = (lastEvent: EventId | null): void =>
    groups.get(lastEvent)?.forEach(({ id, data }) => {
      const specialty = isDecision(data) ? specialties.get(data.orderId) : undefined
      if (isDecision(data) && specialty !== undefined)
        made.set(id, rank(makeWish(data, specialty), rows.values(), tree))
    })
  rankGroup(null)
  return log.flatMap((envelope): ReadonlyArray<RankingFault> => {
    const { id, stream, data } = envelope
    const again = made.get(id)
    if (isUnitEvent(stream)) tree = unitsFold.evolve(tree, data as OrganisationEvent)
    foldBoard(rows, envelope as Envelope<LedgerEvent>)
    rankGroup(id)
    if (!isDecision(data)) return []
    if (again === undefined) return [{ eventId: id, orderId: data.orderId, because: 'unknown-last-event' }]
    return sameContent(again, data.ranking) ? [] : [{ eventId: id, orderId: data.orderId, because: 'another-ranking' }]
  })
}
