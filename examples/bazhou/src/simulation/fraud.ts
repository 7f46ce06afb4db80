/** Hours sold through the back office, as the press has reported it of real platforms; here simulated. */
import type { Instant } from '@zhiyuan/kernel'
import { approverAt, cityApprover, recorderAt, starAuthority, volunteerAt } from '../world/people.ts'
import type { Deed } from './agenda.ts'
import { beijingTime } from './hours.ts'

/** Who buys, who sells, and when. */
export interface Scheme {
  /** The village whose recorder sells, and its township whose approver does not look. */
  readonly host: string
  readonly township: string
  /** The star that is bought: somebody short of the first threshold by less than what is sold. */
  readonly buyer: string
  /** Everybody who is written down, the buyer among them. */
  readonly listed: ReadonlyArray<string>
  readonly homeOf: ReadonlyMap<string, string>
  /** The day of the sale. */
  readonly on: Instant
}

const reason = (code: string) => ({ code, text: null })
/** The id of every sold record, in each listed person's stream. */
export const soldRecord = 'sold-1'
const lane = (volunteer: string) => `service-${volunteer}`
const act = (at: Instant, by: Deed['by'], volunteer: string, command: Deed['command']): Deed => ({
  at,
  by,
  lane: lane(volunteer),
  command: { volunteer, ...command },
})

/** Twenty and more are written down for the same evening, one after the other, by one recorder. */
export const sale = ({ host, township, listed, on }: Scheme): ReadonlyArray<Deed> => {
  const evening = { start: beijingTime(on, -1, 18, 30), end: beijingTime(on, -1, 22, 30) }
  return listed.map((volunteer) =>
    act(on, recorderAt(host), volunteer, {
      type: 'Backfill',
      recordId: soldRecord,
      source: { type: 'session', sessionId: 'evening-gala', host },
      segments: [evening],
      minutes: 240,
      content: 'culture-arts',
      bodyId: host,
      teamId: null,
      responsible: approverAt(township).person,
      reason: reason('paper-list'),
    }),
  )
}

/** A careless approver clears every hold and verifies, two days later. `holds` are the holds by volunteer. */
export const clearing = ({ township, on }: Scheme, holds: ReadonlyMap<string, string>): ReadonlyArray<Deed> =>
  [...holds].flatMap(([volunteer, holdId]) => [
    act(beijingTime(on, 2, 11), approverAt(township), volunteer, {
      type: 'ClearHold',
      recordId: soldRecord,
      holdId,
      reason: reason('list-seen'),
    }),
    act(beijingTime(on, 2, 11), approverAt(township), volunteer, { type: 'VerifyRecord', recordId: soldRecord }),
  ])

const star = (at: Instant, by: Deed['by'], volunteer: string, command: Deed['command']): Deed => ({
  at,
  by,
  lane: `star-${volunteer}`,
  command: { volunteer, ...command },
})

/** The buyer becomes a star volunteer with the bought hours. */
export const certification = ({ buyer, homeOf, on }: Scheme): ReadonlyArray<Deed> => {
  const applicationId = `star-1-${buyer}`
  return [
    star(beijingTime(on, 4, 8), volunteerAt(buyer, homeOf.get(buyer) ?? ''), buyer, {
      type: 'ApplyForStar',
      applicationId,
      level: 1,
    }),
    star(beijingTime(on, 4, 11), starAuthority, buyer, { type: 'ExamineApplication', applicationId, heard: 0 }),
    star(beijingTime(on, 4, 14), starAuthority, buyer, { type: 'OpenNotice', applicationId, heard: 0 }),
    star(beijingTime(on, 15, 11), starAuthority, buyer, { type: 'GrantStar', applicationId }),
  ]
}

/** The city's approver finds it: every sold record is suspended, then voided; the star goes by a decision of its own. */
export const discovery = ({ listed, buyer, on }: Scheme): ReadonlyArray<Deed> => [
  ...listed.map((volunteer) =>
    act(beijingTime(on, 25, 8), cityApprover, volunteer, {
      type: 'SuspendRecord',
      recordId: soldRecord,
      reason: reason('nobody-was-there'),
    }),
  ),
  ...listed.map((volunteer) =>
    act(beijingTime(on, 27, 8), cityApprover, volunteer, {
      type: 'VoidRecord',
      recordId: soldRecord,
      reason: reason('nobody-was-there'),
    }),
  ),
  star(beijingTime(on, 29, 8), starAuthority, buyer, {
    type: 'RevokeStar',
    examination: 1,
    reason: reason('hours-void'),
  }),
]
