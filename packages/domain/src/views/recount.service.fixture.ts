/** The naive recount of service: the records that count, and the indicators of participation and evidence. */
import type { LedgerEvent } from '../ledger.ts'
import { text, type NaiveEvents, type Pair, type Said } from './recount.events.fixture.ts'
import {
  findHome,
  findPopulation,
  findSurvivor,
  isHead,
  isOutside,
  listHeads,
  listHumans,
} from './recount.people.fixture.ts'

interface Interval {
  readonly start: string
  readonly end: string
}
type Type = LedgerEvent['type']
const standings: ReadonlySet<string> = new Set<Type>([
  'RecordSubmitted',
  'RecordResubmitted',
  'RecordReturned',
  'RecordWithdrawn',
  'RecordRejected',
  'RecordVerified',
  'RecordCorrected',
  'RecordSuspended',
  'RecordReinstated',
  'RecordVoided',
])
const counting: ReadonlySet<string> = new Set<Type>(['RecordVerified', 'RecordCorrected', 'RecordReinstated'])

/** The last standing of every record that is verified. */
const listVerified = ({ events, pickEvents }: NaiveEvents): ReadonlyArray<Said> => {
  const ids = new Set(pickEvents('RecordSubmitted').map((one) => one['recordId']))
  return [...ids].flatMap((id) => {
    const last = events.filter((one) => one['recordId'] === id && standings.has(one.type)).at(-1)
    return last !== undefined && counting.has(last.type) ? [last] : []
  })
}

const firstSegment = (one: Said): Interval | undefined => (one['segments'] as ReadonlyArray<Interval>)[0]
const recordingOrder = (one: Said): string =>
  [text(one, 'capturedAt'), text(one, 'volunteer'), text(one, 'recordId')].join(' ')

/** H5: whether another record of the same human that was recorded first has the same minute. */
const givesWay = (naive: NaiveEvents, one: Said, verified: ReadonlyArray<Said>): boolean =>
  verified.some((other) => {
    const human = findSurvivor(naive, text(one, 'volunteer'))
    const mine = firstSegment(one)
    const theirs = firstSegment(other)
    if (other === one || findSurvivor(naive, text(other, 'volunteer')) !== human) return false
    if (mine === undefined || theirs === undefined) return false
    return mine.start < theirs.end && theirs.start < mine.end && recordingOrder(other) < recordingOrder(one)
  })

/** The counted records of the period. */
const listRecords = (naive: NaiveEvents): ReadonlyArray<Said> => {
  const { pickEvents, period } = naive
  const grades = pickEvents('PolicyAdopted').length > 1 ? ['system', 'attested'] : ['system', 'attested', 'manual']
  const verified = listVerified(naive)
  return verified
    .filter((one) => grades.includes(text(one, 'grade')))
    .filter((one) => period.from <= text(one, 'day') && text(one, 'day') < period.to)
    .filter((one) => !givesWay(naive, one, verified))
}

const sumMinutes = (some: ReadonlyArray<Said>): number => some.reduce((total, one) => total + Number(one['minutes']), 0)

/** Participation (I01 to I03) and strength of evidence (I14). */
export const recountService = (naive: NaiveEvents): Readonly<Record<'I01' | 'I02' | 'I03' | 'I14', Pair>> => {
  const { area, isInArea } = naive
  const records = listRecords(naive)
  const sumHuman = (person: string): number =>
    sumMinutes(records.filter((one) => findSurvivor(naive, text(one, 'volunteer')) === person))
  const heads = listHeads(naive)
  const participants = listHumans(naive).filter((human) => sumHuman(human) > 0 && isInArea(findHome(naive, human)))
  const population = area.includes(':') ? 0 : (findPopulation(naive, area) ?? 0)
  const served = records.filter((one) => isInArea(text(one, 'servedUnit')))
  return {
    I01: [heads.filter((head) => sumHuman(head) > 0).length, heads.length],
    I02: [heads.reduce((total, head) => total + sumHuman(head), 0), heads.length],
    I03: [participants.filter((human) => !isHead(naive, human) && !isOutside(naive, human)).length, population],
    I14: [sumMinutes(served.filter((one) => one['grade'] !== 'manual')), sumMinutes(served)],
  }
}
