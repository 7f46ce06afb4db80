/** Rounds that were served and reported, for the law of reviews. */
import { interval, openCounty, present, round, seat, why, type County, type Who } from './orders.fixture.ts'

export const minute = 60_000
const hour = 60 * minute
export const addDays = (days: number): number => days * 24 * hour
export const say = (at: number): string => new Date(at).toISOString().slice(5, 16).replace('T', ' ')

export interface Cast {
  readonly requester: Who
  readonly contact: Who | null
  /** A family member who submits for the requester. */
  readonly family: Who | null
  /** The second registration, and the one that it is merged into. */
  readonly merged: readonly [Who, Who] | null
  readonly seated: ReadonlyArray<Who>
  /** What the member f, or the leader, does between the acceptance and the service. */
  readonly before: 'nothing' | 'left' | 'withdrew' | 'handed-over'
}

const attend = async (county: County, people: ReadonlyArray<Who>, type: string, no: number): Promise<void> => {
  for (const one of people) {
    const there = present(one)
    await county.send(one, { ...there, occasion: { ...there.occasion, round: no }, type })
  }
}

/** Round 1 is accepted on 05-06 by TA, and served on 05-07. */
export const openServed = async ({ requester, contact, family, merged, seated, before }: Cast) => {
  const county = await openCounty()
  await county.at('05-06 00:00')
  if (merged !== null) {
    const [person, survivor] = merged
    await county.send('k1', { type: 'ProposeMerge', person, survivor })
    await county.send('admin', { type: 'MergeRegistrations', person, survivor })
  }
  const planned = interval('05-07 01:00', '05-07 02:00')
  const proxy = family === null ? null : { person: family, kind: 'family' }
  await county.order(planned, { by: family ?? requester, requester, contact, proxy })
  await county.at('05-06 00:30')
  await county.accept()
  const acceptedAt = Date.parse('2020-05-06T00:30:00.000Z')
  await county.at('05-06 02:00')
  for (const one of seated) await county.send(one, seat)
  let leader: Who = 'b'
  if (before === 'withdrew' && seated.includes('f'))
    await county.send('f', { type: 'WithdrawAssignment', ...present('f'), ...why('ill') })
  if (before === 'left' && !seated.includes('f'))
    await county.send('f', { type: 'LeaveTeam', teamId: 'TA', person: 'f' })
  if (before === 'handed-over') {
    await county.send('b', { type: 'ChangeLeader', teamId: 'TA', leader: 'a' })
    await county.send('a', { type: 'AcceptLead', teamId: 'TA' })
    leader = 'a'
  }
  const there = before === 'withdrew' ? seated.filter((one) => one !== 'f') : seated
  await county.at('05-07 01:00')
  await attend(county, there, 'CheckIn', 1)
  await county.at('05-07 02:00')
  await attend(county, there, 'CheckOut', 1)
  await county.send(leader, { type: 'ReportService', ...round })
  return { county, acceptedAt, reportedAt: Date.parse(planned.end) }
}

/** A later round is accepted at once, and served by a; its report is at the returned instant. */
export const serveAgain = async (county: County, no: number, leader: Who, now: number): Promise<number> => {
  const offer = { orderId: 'O1', offerId: `F${no}` }
  const again = { orderId: 'O1', round: no }
  const start = now + 2 * hour
  const planned = interval(say(start), say(start + hour))
  await county.send('p1', { type: 'DispatchOrder', ...offer, teamId: 'TA', override: null })
  await county.send(leader, { type: 'AcceptOffer', ...offer, planned, risksSeen: true })
  // a may have left the team meanwhile.
  await county.ask('a', { type: 'JoinTeam', teamId: 'TA', person: 'a' })
  await county.send('a', { type: 'TakeSeat', ...again, risksSeen: true })
  await county.at(say(start))
  await attend(county, ['a'], 'CheckIn', no)
  await county.at(say(start + hour))
  await attend(county, ['a'], 'CheckOut', no)
  await county.send(leader, { type: 'ReportService', ...again })
  return start + hour
}
