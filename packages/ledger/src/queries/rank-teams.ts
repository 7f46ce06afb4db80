import { OrderId, type UnitLevel } from '@zhiyuan/domain'
import { findUnit, unitsRead } from '@zhiyuan/domain/organisation'
import { orderRead, rank, teamBoard, type OrderState, type Ranking } from '@zhiyuan/domain/requests'
import { closed, type UnitId } from '@zhiyuan/kernel'
import { unwrap } from '@zhiyuan/runtime'
import { readQuestion } from './read-question.ts'
import { readRows, type Sources } from './sources.ts'

/** The teams for an order, as its handler sees them now: what `DispatchOrder` and `ConcludeNoTeam` take as `ranking`. */
export interface RankedTeams {
  readonly status: OrderState['type']
  readonly handler: UnitId
  readonly level: UnitLevel
  readonly ranking: Ranking
}

const Question = closed({ orderId: OrderId })

/** Null where there is no such order. Rows advise: the step itself checks the team that is offered (O10, O23). */
export const rankTeams =
  (sources: Sources) =>
  async (orderId: string): Promise<RankedTeams | null> => {
    const of = await readQuestion(Question, { orderId })
    const order = await unwrap(sources.readState(orderRead(of.orderId)))
    if (order.type === 'None') return null
    const tree = await unwrap(sources.readState(unitsRead(sources.jurisdiction)))
    const { type: status, handler, planned, placed } = order
    const unit = findUnit(tree, handler)
    if (unit === null) return null
    const wish = { handler, specialty: placed.specialty, orderId: placed.orderId, planned }
    return { status, handler, level: unit.level, ranking: rank(wish, await readRows(sources, teamBoard), tree) }
  }
