import { OrderId, type UnitLevel } from '@zhiyuan/domain'
import { findUnit, unitsRead, type UnitTree } from '@zhiyuan/domain/organisation'
import {
  boardKey,
  orderRead,
  rank,
  teamBoard,
  type OrderState,
  type Ranking,
  type TeamBoardRow,
} from '@zhiyuan/domain/requests'
import { closed, type UnitId } from '@zhiyuan/kernel'
import { unwrap } from '@zhiyuan/runtime'
import { readQuestion } from './read-question.ts'
import { readRow, readRows, type Sources } from './sources.ts'

/** The teams for an order, as its handler sees them by the rows of the last settle. `dispatch` and `concludeNoTeam` rank anew. */
export interface RankedTeams {
  readonly status: OrderState['type']
  readonly handler: UnitId
  readonly level: UnitLevel
  readonly ranking: Ranking
}

const Question = closed({ orderId: OrderId })

interface Board {
  readonly tree: UnitTree
  readonly rows: ReadonlyArray<TeamBoardRow>
}

const lookAtBoard = async (sources: Sources): Promise<Board> => ({
  tree: await unwrap(sources.readState(unitsRead(sources.jurisdiction))),
  rows: await readRows(sources, teamBoard),
})

const findLastEvent = ({ rows }: Board) => rows.find(({ teamId }) => teamId === boardKey)?.lastEvent

/** Whether neither rows nor tree have changed since. */
const isUnchanged = async (sources: Sources, board: Board): Promise<boolean> => {
  const row = await readRow(sources, teamBoard, boardKey)
  const tree = await unwrap(sources.readState(unitsRead(sources.jurisdiction)))
  return row?.lastEvent === findLastEvent(board) && tree === board.tree
}

const mostLooks = 5

/**
 * Rows and tree as one event left them, so that an audit can make the ranking again (O10): a settle may change them between two reads. What
 * was read last is kept: a ranking for each order of a morning would else read all teams anew.
 */
const boardReader = (sources: Sources): (() => Promise<Board>) => {
  let kept: Board | null = null
  return async () => {
    let board = kept ?? (await lookAtBoard(sources))
    for (let looks = 1; looks < mostLooks && !(await isUnchanged(sources, board)); looks++)
      board = await lookAtBoard(sources)
    kept = board
    return board
  }
}

/** Ranks for an order; null where there is no such order. */
export const orderRanker = (sources: Sources): ((orderId: OrderId) => Promise<RankedTeams | null>) => {
  const readBoard = boardReader(sources)
  return async (orderId) => {
    const order = await unwrap(sources.readState(orderRead(orderId)))
    if (order.type === 'None') return null
    const { tree, rows } = await readBoard()
    const { type: status, handler, planned, placed } = order
    const unit = findUnit(tree, handler)
    if (unit === null) return null
    const wish = { handler, specialty: placed.specialty, orderId: placed.orderId, planned }
    return { status, handler, level: unit.level, ranking: rank(wish, rows, tree) }
  }
}

/** Null where there is no such order. Rows advise: the step itself checks the team that is offered (O10, O23). */
export const rankTeams = (sources: Sources): ((orderId: string) => Promise<RankedTeams | null>) => {
  const rankOrder = orderRanker(sources)
  return async (orderId) => rankOrder((await readQuestion(Question, { orderId })).orderId)
}
