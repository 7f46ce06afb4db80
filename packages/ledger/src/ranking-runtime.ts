/** The ledger ranks teams itself (O10): no ranking, and no finding that there is none, is taken from a sender. */
import * as A from 'fp-ts/lib/Array.js'
import * as E from 'fp-ts/lib/Either.js'
import { OrderId, type LedgerEvent, type LedgerRejection } from '@zhiyuan/domain'
import type { Ranking } from '@zhiyuan/domain/requests'
import { decode, decodeRefused, type DecodeRefused } from '@zhiyuan/kernel'
import { LedgerFault, unwrap, type Fault, type Outcome, type Runtime, type Sent } from '@zhiyuan/runtime'
import { orderRanker } from './queries/rank-teams.ts'
import type { Sources } from './queries/sources.ts'

type LedgerRuntime = Runtime<LedgerEvent, LedgerRejection>
type Answer = E.Either<Fault, Outcome<LedgerEvent, LedgerRejection>>
type Fields = Readonly<Record<string, unknown>>

const rankedTypes: ReadonlySet<unknown> = new Set(['DispatchOrder', 'ConcludeNoTeam'])

/** The fields of a dispatcher's command; null for any other input. A proxy that throws is left to the runtime, which refuses it. */
const readRanked = (command: unknown): Fields | null => {
  const fields = E.tryCatch(
    () => (typeof command === 'object' && command !== null ? { ...command } : {}) as Fields,
    () => null,
  )
  return E.isRight(fields) && rankedTypes.has(fields.right['type']) ? fields.right : null
}

/** The decider names what is wrong with an order that is not there. */
const emptyRanking: Ranking = {
  candidates: [],
  candidateCount: 0 as Ranking['candidateCount'],
  leftOut: [],
  lastEvent: null,
}

/** Rows lag behind the log by a settle. A team that they do not rank may have been founded a moment ago. */
const mayBeOutdated = ({ type, teamId }: Fields, { candidates }: Ranking): boolean =>
  type === 'ConcludeNoTeam' || !candidates.some((one) => one.teamId === teamId)

type Settle = () => Promise<unknown>
type RankOrder = ReturnType<typeof orderRanker>

/** Ranks by the rows as they are, which the event names; and by fresh ones where the answer could be wrong for want of a settle. */
const rankFresh = async (rankOrder: RankOrder, fields: Fields, settle: Settle): Promise<Ranking> => {
  const orderId = decode(OrderId)(fields['orderId'])
  if (E.isLeft(orderId)) return emptyRanking
  const { ranking } = (await rankOrder(orderId.right)) ?? { ranking: emptyRanking }
  if (!mayBeOutdated(fields, ranking)) return ranking
  await settle()
  return (await rankOrder(orderId.right))?.ranking ?? emptyRanking
}

/** Puts the ledger's own ranking into a dispatcher's command. */
const completeRanking = async (
  rankOrder: RankOrder,
  command: unknown,
  settle: Settle,
): Promise<E.Either<DecodeRefused, unknown>> => {
  const fields = readRanked(command)
  if (fields === null) return E.right(command)
  if ('ranking' in fields) return E.left(decodeRefused('$.ranking', 'no ranking: the ledger ranks'))
  return E.right({ ...fields, ranking: await rankFresh(rankOrder, fields, settle) })
}

const refuse = (rejection: DecodeRefused): Answer => E.right({ ok: false, rejection })

/** Faults of the store are answers of a task, and not thrown. */
const catchFault = async (act: () => Promise<ReadonlyArray<Answer>>, count: number): Promise<ReadonlyArray<Answer>> => {
  try {
    return await act()
  } catch (error) {
    if (error instanceof LedgerFault) return A.replicate(count, E.left(error.fault))
    throw error
  }
}

/** A runtime whose dispatches are ranked by the ledger. */
export const rankingRuntime = (runtime: LedgerRuntime, sources: Sources): LedgerRuntime => {
  const rankOrder = orderRanker(sources)
  const sendRanked = async (batch: ReadonlyArray<Sent>): Promise<ReadonlyArray<Answer>> => {
    const settle = () => unwrap(runtime.settle())
    const completed: E.Either<DecodeRefused, Sent>[] = []
    for (const { command, meta } of batch)
      completed.push(E.map((ready) => ({ command: ready, meta }))(await completeRanking(rankOrder, command, settle)))
    const answers = (await runtime.executeAll(A.rights(completed))()).values()
    // The runtime answers each command that it was handed, in their order.
    return completed.map((one) => (E.isLeft(one) ? refuse(one.left) : (answers.next().value as Answer)))
  }
  const sendAll = (batch: ReadonlyArray<Sent>) =>
    batch.some(({ command }) => readRanked(command) !== null)
      ? catchFault(() => sendRanked(batch), batch.length)
      : runtime.executeAll(batch)()
  return {
    ...runtime,
    executeAll: (batch) => () => sendAll(batch),
    execute: (command, meta) =>
      readRanked(command) === null
        ? runtime.execute(command, meta)
        : async () => (await sendAll([{ command, meta }]))[0] as Answer,
  }
}
