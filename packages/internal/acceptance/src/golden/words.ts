/** Short forms for the commands and events of the story. Times are UTC; all of 2020. */
import type { More, StoryCommand, StoryCommands } from './command.ts'
import { units, type Who } from './people.ts'
import type { Deed, Expected, Row, Said } from './row.ts'

const { V2 } = units
export const at = (time: string): string => `2020-${time.replace(' ', 'T')}:00.000Z`

export const deed = (
  time: string,
  who: Who,
  command: StoryCommand,
  expect: Expected,
  ...follows: ReadonlyArray<Said>
): Deed => ({
  at: at(time),
  who,
  command,
  expect,
  follows,
})
export const timer = (time: string, ...expect: ReadonlyArray<Said>): Deed => ({
  at: at(time),
  who: 'timer',
  expect,
  follows: [],
})
export const refused = (type: string, facts: Readonly<Record<string, unknown>> = {}): Expected => ({
  refused: { type, ...facts },
})
export const text = (words: string) => ({ $text: words })
export const reason = (code: string) => ({ code, text: null })
export const interval = (start: string, end: string) => ({ start: at(start), end: at(end) })
export const row = (number: number, rules: string, zh: string, says: string, ...deeds: ReadonlyArray<Deed>): Row => ({
  row: number,
  rules: rules.split(' '),
  zh,
  says,
  deeds,
})

export const need = (
  needId: string,
  requester: string,
  unitId: string,
  time: string,
  more: Partial<StoryCommands['SubmitNeed']> = {},
): StoryCommand => ({
  type: 'SubmitNeed',
  needId,
  unitId,
  requester,
  proxy: null,
  contact: null,
  channel: 'telephone',
  kind: 'work-life',
  description: text(`${needId}: words of ${requester}`),
  risks: { known: false, description: null },
  voicedAt: at(time),
  sourceDate: null,
  ...more,
})
export const dispatch = (orderId: string, offerId: string, teamId: string): StoryCommand => ({
  type: 'DispatchOrder',
  orderId,
  offerId,
  teamId,
  override: null,
})
export const seat = (orderId: string, round: number): StoryCommand => ({
  type: 'TakeSeat',
  orderId,
  round,
  risksSeen: true,
})
// TypeScript does not know the fields while the type parameter is open; the parameters of each function check them.
const says = (said: object): StoryCommand => said as StoryCommand
const orderRound = (orderId: string, round: number) => ({ type: 'order', orderId, round }) as const
type AssignmentType = Extract<StoryCommand, { readonly volunteer: string; readonly occasion: unknown }>['type']
export const assignment = <T extends AssignmentType>(
  type: T,
  orderId: string,
  round: number,
  volunteer: string,
  ...more: More<T, 'occasion' | 'volunteer'>
): StoryCommand => says({ type, occasion: orderRound(orderId, round), volunteer, ...more[0] })
/** The events that processes write after a taken seat. */
export const cleared = (orderId: string, round: number, volunteer: string): ReadonlyArray<Said> => [
  { type: 'AssignmentOpened', occasion: orderRound(orderId, round), volunteer },
  { type: 'AssignmentCleared', occasion: orderRound(orderId, round), volunteer },
  { type: 'SeatCleared', orderId, round, volunteer },
]
export const started = (orderId: string, round: number): Said => ({ type: 'ServiceStarted', orderId, round })
/** R1–R4 are the records that attendance makes. */
type RecordType = Extract<StoryCommand, { readonly volunteer: string; readonly recordId: string }>['type']
export const record = <T extends RecordType>(
  type: T,
  name: keyof typeof records,
  ...more: More<T, 'volunteer' | 'recordId'>
): StoryCommand => says({ type, ...records[name], ...more[0] })
export const records = {
  R1: { volunteer: 'a', recordId: 'o.O1.1' },
  R2: { volunteer: 'b', recordId: 'o.O1.1' },
  R3: { volunteer: 'b', recordId: 'o.O1.2' },
  R4: { volunteer: 'd', recordId: 'o.O2.1' },
  R5: { volunteer: 'e', recordId: 'R5' },
  R6: { volunteer: 'c', recordId: 'R6' },
  R7: { volunteer: 'e', recordId: 'R7' },
  R8: { volunteer: 'b', recordId: 'R8' },
  R9: { volunteer: 'e', recordId: 'R9' },
} as const
/** The case that a burst opens or that goes on, and the holds that it sets on its records. */
export const burst = (...names: ReadonlyArray<keyof typeof records>): ReadonlyArray<Said> => [
  { type: 'BurstNoted', burstId: 's.S', number: 1, held: names.map((name) => records[name]) },
  ...names.map((name) => ({ type: 'RecordHeld', ...records[name], kind: 'burst', holdId: 'burst:s.S:1' })),
]
/** The teams that a ranking leaves out, and why. */
export const omitted = (because: string, ...teams: ReadonlyArray<string>) => ({
  reason: because,
  teams,
  count: teams.length,
})
export const backfill = (
  name: keyof typeof records,
  start: string,
  end: string,
  minutes: number,
  more: Partial<StoryCommands['Backfill']> = {},
): StoryCommand => ({
  type: 'Backfill',
  ...records[name],
  occasion: { type: 'session', sessionId: 'S', host: V2 },
  segments: [interval(start, end)],
  minutes,
  content: 'culture-arts',
  bodyId: V2,
  teamId: null,
  responsible: 'q2',
  reason: reason('paper-list'),
  ...more,
})
type StarType = Extract<StoryCommand, { readonly applicationId: string }>['type']
export const star = <T extends StarType>(type: T, ...more: More<T, 'volunteer' | 'applicationId'>): StoryCommand =>
  says({ type, volunteer: 'b', applicationId: 'star-b-1', ...more[0] })
export const redeem = (redemptionId: string, points: number): StoryCommand => ({
  type: 'RedeemPoints',
  volunteer: 'b',
  redemptionId,
  points,
  item: 'soap',
})
