/** Head counts for this package's tests, of the first round of O1, which a and b have seats in, and of session S1. */
import type { StreamName, Typed } from '@zhiyuan/kernel'
import { counting } from '../assignment/assignment.fixture.ts'
import { published } from '../session/session.fixture.ts'

export const ofOrder = { type: 'order', orderId: 'O1', round: 1 } as const
export const ofSession = { type: 'session', sessionId: 'S1' } as const
/** O1 is scheduled for 2020-04-22, S1 published for 2020-04-29. */
export const planned: Readonly<Record<StreamName, ReadonlyArray<Typed>>> = { ...counting, 'session-S1': [published] }

export const tell = { type: 'TellHeadCount', occasion: ofOrder, count: 2 } as const
export const note = {
  type: 'NoteHeadCount',
  occasion: ofOrder,
  count: 2,
  by: 'k1',
  caller: 'a',
  rollCallId: 'call1',
  at: '2020-04-22T02:00:00.000Z',
} as const
export const told = {
  type: 'HeadCountTold',
  occasion: ofOrder,
  count: 2,
  by: 'r1',
  caller: null,
  rollCallId: null,
  at: '2020-04-22T02:00:00.000Z',
  day: '2020-04-22',
} as const
export const noteList = {
  type: 'NoteList',
  occasion: ofOrder,
  listId: 'sheet.L1.1',
  hands: ['k2'],
  people: ['a', 'b'],
  day: '2020-04-22',
} as const
export const listNoted = { ...noteList, type: 'ListNoted' } as const
export const dropList = { type: 'DropList', occasion: ofOrder, listId: 'sheet.L1.1' } as const
export const listDropped = { ...dropList, type: 'ListDropped', day: listNoted.day } as const
