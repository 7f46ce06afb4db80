/** The commands of the plays, as people send them. */
import { actor, interval, V1, type Words } from '../county.ts'

export type Segment = ReturnType<typeof interval>

export const why = (code: string) => ({ reason: { code, text: null } })
const countMinutes = ({ start, end }: Segment): number => (Date.parse(end) - Date.parse(start)) / 60_000
export const shift = ({ start, end }: Segment, minutes: number): Segment => ({
  start: new Date(Date.parse(start) + minutes * 60_000).toISOString(),
  end: new Date(Date.parse(end) + minutes * 60_000).toISOString(),
})

/** The village announces a session; l answers for it. */
export const publish = (sessionId: string, planned: Segment, more: object = {}): Words => ({
  type: 'PublishSession',
  ...{ sessionId, host: V1, planned, content: 'culture-arts', seats: null, responsible: 'l' },
  risks: { known: false, description: null },
  ...more,
})
/** An entry by hand of a session of the village. */
export const backfill = (
  volunteer: string,
  recordId: string,
  sessionId: string,
  segment: Segment,
  more: object = {},
): Words => ({
  type: 'Backfill',
  ...{ volunteer, recordId, segments: [segment], minutes: countMinutes(segment), content: 'culture-arts' },
  ...{ bodyId: V1, teamId: null, responsible: 'l', reason: null },
  occasion: { type: 'session', sessionId, host: V1 },
  ...more,
})
export const verify = (volunteer: string, recordId: string): Words => ({ type: 'VerifyRecord', volunteer, recordId })
export const redeem = (volunteer: string, points: number): Words => ({
  type: 'RedeemPoints',
  ...{ volunteer, redemptionId: `r-${volunteer}`, points, item: 'oil' },
})

/** Lines of two hours each within the morning; people come one after the other, as they do. */
const makeLine = (day: string) => (volunteer: string, n: number) => {
  const segment = shift(interval(`${day} 01:00`, `${day} 03:00`), n % 120)
  return { volunteer, segments: [segment], minutes: 120 }
}
export const enterSheet = (
  sheetId: string,
  sessionId: string,
  day: string,
  people: ReadonlyArray<string>,
  more: object = {},
): Words => ({
  type: 'EnterSheet',
  ...{ sheetId, bodyId: V1, teamId: null, imageHash: '5e'.repeat(32), content: 'culture-arts' },
  ...{ responsible: 'l', reason: null, lines: people.map(makeLine(day)) },
  occasion: { type: 'session', sessionId, host: V1 },
  ...more,
})
export const approveSheet = (sheetId: string): Words => ({ type: 'ApproveSheet', sheetId })
export const tellHeads = (sessionId: string, count: number): Words => ({
  type: 'TellHeadCount',
  occasion: { type: 'session', sessionId },
  count,
})

export const asApprover = (person: string, unit: string) => actor(person, 'approver', unit)
