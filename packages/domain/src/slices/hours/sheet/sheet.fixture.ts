/** Samples of a sheet: L1, on which k2 enters e and d for session S of V2, one hour each. */
import type { StreamName, Typed } from '@zhiyuan/kernel'
import { pickCommand, type MakeTrial, type Says } from '../../../fixtures/lifecycle.ts'
import { people, units } from '../../../fixtures/people.ts'
import type { SheetCommand } from './sheet.codec.ts'
import type { SheetState } from './sheet.state.ts'

export const served = {
  segments: [{ start: '2020-04-29T06:00:00.000Z', end: '2020-04-29T07:00:00.000Z' }],
  minutes: 60,
}
export const unclear = { code: 'unclear', text: null } as const
export const document = {
  sheetId: 'L1',
  occasion: { type: 'session', sessionId: 'S', host: units.V2 },
  bodyId: units.V2,
  teamId: null,
  lines: [
    { volunteer: 'e', ...served },
    { volunteer: 'd', ...served },
  ],
  imageHash: 'ab'.repeat(32),
  content: 'culture-arts',
  responsible: 'c',
  reason: null,
} as const
/** The same with a clearer photograph. */
export const clearer = { ...document, imageHash: 'cd'.repeat(32) }

export const entered = {
  type: 'SheetEntered',
  ...document,
  edition: 1,
  recorder: 'k2',
  servedUnit: units.V2,
  day: '2020-04-29',
  enteredAt: '2020-04-30T01:00:00.000Z',
} as const
const step = { sheetId: 'L1', edition: 1, bodyId: units.V2 } as const
export const approved = {
  type: 'SheetApproved',
  ...step,
  by: 'q2',
  grade: 'manual',
  lacks: ['known-before', 'head-count', 'unit-above'],
} as const
export const returned = { type: 'SheetReturned', ...step, by: 'q2', reason: unclear } as const
export const rejected = { type: 'SheetRejected', ...step, by: 'q2', reason: unclear } as const

/** Session S was published by V2 on the day before, for two hours around the lines. */
export const sessionPublished: Readonly<Record<StreamName, ReadonlyArray<Typed>>> = {
  'session-S': [
    {
      type: 'SessionPublished',
      sessionId: 'S',
      host: units.V2,
      planned: { start: '2020-04-29T06:00:00.000Z', end: '2020-04-29T08:00:00.000Z' },
      content: 'culture-arts',
      seats: null,
      risks: { known: false, description: null },
      responsible: 'c',
      publishedAt: '2020-04-28T01:00:00.000Z',
    } as Typed,
  ],
}
const ofS = { type: 'session', sessionId: 'S' }
/** L1 as a list, behind no other. */
export const listNoted = {
  type: 'ListNoted',
  occasion: ofS,
  listId: 'sheet.L1.1',
  hands: ['c', 'k2'],
  people: ['e', 'd'],
  day: '2020-04-29',
} as Typed
export const onlyNoted: Readonly<Record<StreamName, ReadonlyArray<Typed>>> = { 'headcount-s.S': [listNoted] }
/** k1 counted during the session. */
export const headCountTold = (count: number, by = 'k1'): Readonly<Record<StreamName, ReadonlyArray<Typed>>> => {
  const told = { type: 'HeadCountTold', occasion: ofS, count, by, caller: null, rollCallId: null }
  return { 'headcount-s.S': [{ ...told, at: '2020-04-29T07:00:00.000Z', day: '2020-04-29' } as Typed, listNoted] }
}

const pasts: Readonly<Record<SheetState['type'], ReadonlyArray<Typed>>> = {
  None: [],
  Entered: [entered],
  Approved: [entered, approved],
  Returned: [entered, returned],
  Rejected: [entered, rejected],
}
const says = (state: SheetState['type']): Says<SheetCommand> => ({
  EnterSheet: state === 'Returned' ? clearer : document,
  ApproveSheet: { sheetId: 'L1' },
  ReturnSheet: { sheetId: 'L1', reason: unclear },
  RejectSheet: { sheetId: 'L1', reason: unclear },
})

export const sheetTrial: MakeTrial<SheetState['type'], SheetCommand> = (state, command) => ({
  past: pasts[state],
  knowing: onlyNoted,
  command: pickCommand<SheetCommand>(says(state), command),
  now: '2020-05-02T01:00:00.000Z',
  actor: command === 'EnterSheet' ? people.recorderV2 : people.approverV2,
})
