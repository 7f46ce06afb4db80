import type { PersonId } from '@zhiyuan/kernel'
import {
  findRunningLookEnd,
  listOwnRecords,
  recordRead,
  type OwnRecordItem,
  type OwnRecordRow,
} from '@zhiyuan/domain/hours'
import { policyRead } from '@zhiyuan/domain/organisation'
import { unwrap } from '@zhiyuan/runtime'
import type { Sources } from './sources.ts'

/** The records of one registration; a second look ends by the calendar as it is known now (H4, H20). */
export const readOwnRecords =
  ({ readState, jurisdiction }: Sources) =>
  async (volunteer: PersonId, rows: ReadonlyArray<OwnRecordRow>): Promise<ReadonlyArray<OwnRecordItem>> => {
    const items = listOwnRecords(rows)
    if (items.every(({ lookUntil }) => lookUntil === null)) return items
    const policies = await unwrap(readState(policyRead(jurisdiction)))
    const { records } = await unwrap(readState(recordRead(volunteer)))
    return items.map((item) => {
      const record = item.lookUntil === null ? undefined : records.get(item.recordId)
      return record === undefined ? item : { ...item, lookUntil: findRunningLookEnd(policies, record) }
    })
  }
