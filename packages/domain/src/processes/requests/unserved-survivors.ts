import { send, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { NeedId } from '../../vocabulary/ids.ts'

/** A need into which others were merged, and whether it has ended unserved. */
export interface SurvivorRow {
  readonly needId: NeedId
  readonly merged: ReadonlyArray<NeedId>
  readonly unserved: boolean
}

/** Whether the need is unserved after the event; null where the event does not say. */
const judgeUnserved = (event: LedgerEvent): boolean | null => {
  const { type } = event
  if (type === 'NeedRejected' || type === 'NeedReferred' || type === 'InformationLapsed' || type === 'NeedWithdrawn')
    return true
  if (type === 'StandingNoted') return event.standing === 'unmet'
  return type === 'NeedOrderNoted' && event.unwanted === null ? false : null
}

const keys = (event: LedgerEvent): ReadonlyArray<NeedId> => {
  if (event.type === 'NeedMerged') return [event.into]
  if (event.type === 'NeedUnmerged' || event.type === 'MergedNeedReturned') return [event.survivor]
  return judgeUnserved(event) !== null && 'needId' in event ? [event.needId] : []
}

const evolve = (row: SurvivorRow, event: LedgerEvent): SurvivorRow => {
  if (event.type === 'NeedMerged') return { ...row, merged: [...row.merged, event.needId] }
  if (event.type === 'NeedUnmerged' || event.type === 'MergedNeedReturned')
    return { ...row, merged: row.merged.filter((one) => one !== event.needId) }
  return { ...row, unserved: judgeUnserved(event) ?? row.unserved }
}

/**
 * N5: where a need ends unserved, those merged into it are their clerks' again. A merge and the end of its survivor are written to two
 * streams at once, so each of both is looked at.
 */
export const unservedSurvivors: Process<SurvivorRow, LedgerEvent, LedgerCommand> = {
  name: 'unserved-survivors',
  version: 1,
  initial: (needId) => ({ needId: needId as NeedId, merged: [], unserved: false }),
  keys,
  evolve: (row, { data }) => evolve(row, data),
  react: (_envelope, rows) =>
    rows.flatMap(({ needId: survivor, merged, unserved }) =>
      unserved ? merged.map((needId) => send({ type: 'ReturnMergedNeed', needId, survivor } as const)) : [],
    ),
}
