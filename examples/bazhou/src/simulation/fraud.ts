/** Hours sold through the back office, as the press has reported it of real platforms; here simulated. */
import type { Instant } from '@zhiyuan/kernel'
import type { PlainCommand, PlainCommands } from '@zhiyuan/ledger'
import { approver, cityApprover, clerk, recorder, starAuthority, volunteerActor } from '../world/people.ts'
import type { Deed } from './agenda.ts'
import { beijingTime } from './hours.ts'

/** The buyer, the seller and the day. Evenings that no one published would contradict the log (H2a), so the seller has them published. */
export interface Scheme {
  /** The village whose recorder sells, and its township whose approver does not look. */
  readonly host: string
  readonly township: string
  /** The buyer of the star: a volunteer short of the first threshold by less than what is sold. */
  readonly buyer: string
  /** All volunteers on the sold list, the buyer among them. */
  readonly listed: ReadonlyArray<string>
  readonly homeOf: ReadonlyMap<string, string>
  /** The day of the sale. */
  readonly on: Instant
}

const reason = (code: string) => ({ code, text: null })
/** The number of invented evenings that are sold, each of four hours. */
export const soldEvenings = 6
export const minutesSold = 240 * soldEvenings
const evenings = Array.from({ length: soldEvenings }, (_, i) => i + 1)
const soldRecord = (evening: number): string => `sold-${evening}`
const soldSession = (evening: number): string => `evening-gala-${evening}`
/** Whether a session of that id never took place. */
export const isInvented = (sessionId: string): boolean => evenings.some((evening) => soldSession(evening) === sessionId)
/** Whether a record of that id was sold. */
export const isSold = (recordId: string): boolean => evenings.some((evening) => soldRecord(evening) === recordId)
/** Every sold record by its listed person. */
const soldRecords = ({ listed }: Pick<Scheme, 'listed'>) =>
  listed.flatMap((volunteer) => evenings.map((evening) => ({ volunteer, recordId: soldRecord(evening), evening })))
/** Commands that name a volunteer; records and stars of one volunteer share a lane. */
type OfVolunteer = Extract<PlainCommand, { readonly volunteer: string }>
const act = (at: Instant, by: Deed['by'], command: OfVolunteer): Deed => ({
  at,
  by,
  lane: `record-${command.volunteer}`,
  command,
})

const findEvening = (on: Instant, evening: number) => ({
  start: beijingTime(on, -evening, 18, 30),
  end: beijingTime(on, -evening, 22, 30),
})

/** The village's clerk publishes evenings to which no one will come. */
export const publishEvenings = ({ host, on }: Scheme, at: Instant): ReadonlyArray<Deed> =>
  evenings.map((evening) => ({
    at,
    by: clerk(host),
    lane: `session-${soldSession(evening)}`,
    command: {
      type: 'PublishSession',
      sessionId: soldSession(evening),
      host,
      planned: findEvening(on, evening),
      content: 'culture-arts',
      seats: null,
      risks: { known: false, description: null },
      responsible: clerk(host).person,
    },
  }))

/** One recorder writes down twenty and more volunteers for the same evenings, one after the other. */
export const sellRecords = (scheme: Scheme): ReadonlyArray<Deed> => {
  const { host, on } = scheme
  return soldRecords(scheme).map(({ volunteer, recordId, evening }) =>
    act(on, recorder(host), {
      volunteer,
      type: 'Backfill',
      recordId,
      occasion: { type: 'session', sessionId: soldSession(evening), host },
      segments: [findEvening(on, evening)],
      minutes: 240,
      content: 'culture-arts',
      bodyId: host,
      teamId: null,
      responsible: clerk(host).person,
      reason: reason('paper-list'),
    }),
  )
}

/** A case of records that were held together (H12). */
export type HeldBurst = Pick<PlainCommands['RuleBurst'], 'burstId' | 'number'>

/** Two days later a careless approver of the unit above finds nothing wrong with a case. */
export const ruleBurst = ({ township, on }: Scheme, held: HeldBurst): Deed => ({
  at: beijingTime(on, 2, 8),
  by: approver(township),
  lane: `burst-${held.burstId}`,
  command: { type: 'RuleBurst', ...held, verdict: 'none', reason: reason('list-seen') },
})

/** The same approver lets every record count, one after the other in a minute. */
export const verifySold = (scheme: Scheme): ReadonlyArray<Deed> =>
  soldRecords(scheme).map(({ volunteer, recordId }) =>
    act(beijingTime(scheme.on, 2, 11), approver(scheme.township), { volunteer, type: 'VerifyRecord', recordId }),
  )

/** The city's approver looks at what was approved in a hurry (H12). */
export const seeHurry = ({ on }: Scheme, hurry: Pick<PlainCommands['SeeHurry'], 'unitId' | 'person' | 'at'>): Deed => ({
  at: beijingTime(on, 18, 8),
  by: cityApprover,
  lane: `watch-${hurry.unitId}`,
  command: { type: 'SeeHurry', ...hurry, reason: reason('never-looked-at') },
})

const star = (at: Instant, by: Deed['by'], command: OfVolunteer): Deed => ({
  at,
  by,
  lane: `star-${command.volunteer}`,
  command,
})

/** The buyer becomes a star volunteer with the bought hours. */
export const certifyBuyer = ({ buyer, homeOf, on }: Scheme): ReadonlyArray<Deed> => {
  const applicationId = `star-1-${buyer}`
  return [
    star(beijingTime(on, 4, 8), volunteerActor(buyer, homeOf.get(buyer) ?? ''), {
      volunteer: buyer,
      type: 'ApplyForStar',
      applicationId,
      level: 1,
    }),
    star(beijingTime(on, 4, 11), starAuthority, {
      volunteer: buyer,
      type: 'ExamineApplication',
      applicationId,
      heard: 0,
    }),
    star(beijingTime(on, 4, 14), starAuthority, { volunteer: buyer, type: 'OpenNotice', applicationId, heard: 0 }),
    star(beijingTime(on, 15, 11), starAuthority, { volunteer: buyer, type: 'GrantStar', applicationId }),
  ]
}

/** What was approved in a hurry leads the city's approver to the sale. Every sold record is suspended, then voided; a decision of its own revokes the star. */
export const discoverFraud = (scheme: Scheme): ReadonlyArray<Deed> => {
  const { buyer, on } = scheme
  const ruleRecords = (days: number, type: 'SuspendRecord' | 'VoidRecord'): ReadonlyArray<Deed> =>
    soldRecords(scheme).map(({ volunteer, recordId }) =>
      act(beijingTime(on, days, 8), cityApprover, { volunteer, type, recordId, reason: reason('nobody-was-there') }),
    )
  const revoked: OfVolunteer = {
    volunteer: buyer,
    type: 'RevokeStar',
    examination: 1,
    reason: reason('hours-void'),
  }
  return [
    ...ruleRecords(18, 'SuspendRecord'),
    ...ruleRecords(19, 'VoidRecord'),
    star(beijingTime(on, 20, 8), starAuthority, revoked),
  ]
}
