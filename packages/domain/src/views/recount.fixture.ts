/** The indicators counted once more straight from the events, naively and apart from rows, contributions and roll-up. */
import { units } from '../fixtures/people.ts'
import type { FigureQuestion, Log } from './log.fixture.ts'

const { C, T1, V1, T2, V2 } = units
type Said = Readonly<Record<string, unknown>> & { readonly type: string; readonly recordedAt: string }
interface Interval {
  readonly start: string
  readonly end: string
}
/** A field of an event, as text. */
const text = (one: Said | undefined, key: string): string => String(one?.[key])
export type Pair = readonly [n: number, d: number]

/** Areas of the sample world, and the units that count in each. */
export const naiveAreas: Readonly<Record<string, ReadonlyArray<string>>> = {
  [C]: [C, T1, V1, T2, V2],
  [`${C}:own`]: [C],
  [T1]: [T1, V1],
  [V1]: [V1],
  [T2]: [T2, V2],
  [V2]: [V2],
}

const heads: Readonly<Record<string, string>> = { a: T1, x: T1, c: T2, y: T2, d: C }
const standings = [
  'RecordSubmitted',
  'RecordResubmitted',
  'RecordReturned',
  'RecordWithdrawn',
  'RecordRejected',
].concat(['RecordVerified', 'RecordCorrected', 'RecordSuspended', 'RecordReinstated', 'RecordVoided'])
const counting = ['RecordVerified', 'RecordCorrected', 'RecordReinstated']
const decisions = ['NeedApproved', 'NeedRejected', 'NeedReferred', 'NeedMerged']

/** Midnights of Beijing. */
const midnight = (day: string): string => {
  const before: Readonly<Record<string, string>> = { '04-01': '03-31', '05-01': '04-30', '06-01': '05-31' }
  return `2020-${before[day.slice(5)] ?? ''}T16:00:00.000Z`
}

/** n and d of each indicator of an area. */
export const recount = (
  log: Log,
  { period, knownAt }: FigureQuestion,
  area: string,
): Readonly<Record<string, Pair>> => {
  const events = log
    .filter(({ recordedAt }) => recordedAt <= knownAt)
    .map(({ data, recordedAt }): Said => ({ ...data, capturedAt: (data as Partial<Said>).recordedAt, recordedAt }))
  const pickEvents = (...types: ReadonlyArray<string>) => events.filter(({ type }) => types.includes(type))
  const within = (unit: string): boolean => (naiveAreas[area] ?? []).includes(unit)
  const inPeriod = (at: string) => at >= midnight(period.from) && at < midnight(period.to)

  const survivor = (person: string): string => {
    const merges = pickEvents('RegistrationsMerged').filter((one) =>
      (one['joining'] as ReadonlyArray<string>).includes(person),
    )
    return merges.length === 0 ? person : text(merges.at(-1), 'survivor')
  }
  const findHome = (person: string): string => {
    const registrations = [person, ...['a', 'b', 'c', 'd', 'e'].filter((other) => survivor(other) === person)]
    const homes = registrations.map(findLastHome)
    return homes.find((home) => home !== null) ?? C
  }
  const findLastHome = (person: string): string | null => {
    const said = pickEvents('VolunteerRegistered', 'HomeMoved').filter((one) => one['person'] === person)
    const dated = said.map((one, index) => ({
      from: text(one, one.type === 'HomeMoved' ? 'from' : 'homeFrom'),
      index,
      home: text(one, 'home'),
    }))
    const before = dated.filter(({ from }) => from < period.to)
    return (
      before.sort((a, b) => (a.from === b.from ? a.index - b.index : a.from < b.from ? -1 : 1)).at(-1)?.home ?? null
    )
  }

  const grades = pickEvents('PolicyAdopted').length > 1 ? ['system', 'attested'] : ['system', 'attested', 'manual']
  const verified = [...new Set(pickEvents('RecordSubmitted').map((one) => one['recordId']))].flatMap((id) => {
    const last = events.filter((one) => one['recordId'] === id && standings.includes(one.type)).at(-1)
    return last !== undefined && counting.includes(last.type) ? [last] : []
  })
  /** H5: another of the same human that was recorded first has the same minute. */
  const givesWay = (one: Said): boolean =>
    verified.some((other) => {
      const same = other !== one && survivor(text(other, 'volunteer')) === survivor(text(one, 'volunteer'))
      const [mine, theirs] = [one, other].map((of_) => (of_['segments'] as ReadonlyArray<Interval>)[0])
      if (!same || mine === undefined || theirs === undefined) return false
      const key = (of_: Said) => [text(of_, 'capturedAt'), text(of_, 'volunteer'), text(of_, 'recordId')].join(' ')
      return mine.start < theirs.end && theirs.start < mine.end && key(other) < key(one)
    })
  const records = verified.filter(
    (one) =>
      grades.includes(text(one, 'grade')) &&
      period.from <= text(one, 'day') &&
      text(one, 'day') < period.to &&
      !givesWay(one),
  )
  const sumHumanMinutes = (person: string): number =>
    records.reduce((sum, one) => (survivor(text(one, 'volunteer')) === person ? sum + Number(one['minutes']) : sum), 0)

  const roll = Object.entries(heads).filter(([, at]) => within(at))
  const isHead = (person: string) => Object.keys(heads).some((head) => survivor(head) === person)
  const everybody = [...new Set(events.map((one) => text(one, 'person' in one ? 'person' : 'volunteer')).map(survivor))]
  const took = everybody.filter((person) => sumHumanMinutes(person) > 0 && within(findHome(person)))

  const population = (unit: string): number | null => {
    const fit = pickEvents('PopulationPublished').filter(
      (one) => one['unitId'] === unit && text(one, 'publishedAt') <= knownAt && text(one, 'referenceDate') <= period.to,
    )
    const latest = fit.reduce<Said | null>(
      (a, b) => (a === null || text(b, 'referenceDate') >= text(a, 'referenceDate') ? b : a),
      null,
    )
    if (latest !== null) return Number(latest['heads'])
    const below: Readonly<Record<string, ReadonlyArray<string>>> = { [C]: [T1, T2], [T1]: [V1], [T2]: [V2] }
    const parts = (below[unit] ?? []).map(population)
    return parts.length === 0 || parts.includes(null)
      ? null
      : parts.reduce<number>((sum, heads_) => sum + (heads_ ?? 0), 0)
  }

  const owner = (first: string, key: string, id: unknown): string => {
    const ruling = pickEvents('OrderMisrouted').filter((one) => one[key] === id)
    return ruling.length === 0 ? first : text(ruling.at(-1), 'to')
  }
  const needs = pickEvents('NeedSubmitted')
    .filter((one) => inPeriod(one.recordedAt) && within(owner(text(one, 'unitId'), 'needId', one['needId'])))
    .map((one) => ({
      due: text(one, 'answerDueAt'),
      own: events.filter((other) => other['needId'] === one['needId']),
    }))
    .filter(({ due }) => due <= knownAt)
    .filter(({ due, own }) => {
      const gone = own.filter(({ type }) => type === 'NeedWithdrawn').at(-1)
      return gone === undefined || !gone['unanswered'] || gone.recordedAt >= due
    })
  const onTime = needs.filter(({ due, own }) =>
    own.some(({ type, recordedAt }) => [...decisions, 'InformationRequested'].includes(type) && recordedAt <= due),
  )

  const orders = pickEvents('OrderPlaced')
    .filter((one) => inPeriod(one.recordedAt) && within(owner(text(one, 'owner'), 'orderId', one['orderId'])))
    .map((one) => {
      const own = events.filter((other) => other['orderId'] === one['orderId'] && other['offerId'] !== undefined)
      const has = (...types: ReadonlyArray<string>) => own.filter(({ type }) => types.includes(type))
      const round = 1 + has('OrderReopened').length
      const closing = has('OrderClosed').find((other) => Number(other['round']) === round)
      const review = has('OrderReviewed')
        .filter((other) => Number(other['round']) === round)
        .at(-1)
      const takenBack = has('OrderCancelled').some((other) => other['beforeAcceptance'])
      return { has, closing, review, takenBack }
    })
  const counted = orders.filter(({ takenBack }) => !takenBack)
  const done = counted.filter(({ closing }) => closing !== undefined)
  const outcome = (word: string) => done.filter(({ closing }) => closing?.['outcome'] === word).length
  const reviewed = done.filter(({ review }) => review !== undefined)
  const closed = orders.filter(({ has }) => has('OrderClosed').length > 0)
  const offers = pickEvents('OfferExpired', 'ClaimLapsed', 'OfferDeclined', 'OrderAccepted').filter(
    (one) => inPeriod(one.recordedAt) && within(text(one, 'handler')),
  )
  const minutes = records.filter((one) => within(text(one, 'servedUnit')))
  const sum = (some: ReadonlyArray<Said>): number => some.reduce((total, one) => total + Number(one['minutes']), 0)

  return {
    I01: [roll.filter(([head]) => sumHumanMinutes(survivor(head)) > 0).length, roll.length],
    I02: [roll.reduce((total, [head]) => total + sumHumanMinutes(survivor(head)), 0), roll.length],
    I03: [took.filter((person) => !isHead(person)).length, area.includes(':') ? 0 : (population(area) ?? 0)],
    I04: [onTime.length, needs.length],
    I05: [done.length, counted.length],
    I07: [outcome('solved'), done.length],
    I08: [reviewed.filter(({ review }) => Number(review?.['rating']) >= 4).length, reviewed.length],
    I09: [orders.filter(({ has }) => has('OrderEscalated').length > 0).length, orders.length],
    I10: [outcome('unreviewed'), done.length],
    I11: [orders.filter(({ has }) => has('OrderUnmet').length > 0).length, orders.length],
    I12: [closed.filter(({ has }) => has('OrderReopened').length > 0).length, closed.length],
    I13: [offers.filter(({ type }) => type === 'OfferExpired' || type === 'ClaimLapsed').length, offers.length],
    I14: [sum(minutes.filter((one) => one['grade'] !== 'manual')), sum(minutes)],
  }
}
