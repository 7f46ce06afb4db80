/** Points and minutes conserve at every event (W5, W6, W7, W13, H5, H13), by books that this file keeps from the events alone. */
import { points, type PointsState } from '@zhiyuan/domain/recognition'
import type { WorldLaw } from '@zhiyuan/testing'
import { broken, followLog, handle } from './following.ts'
import { followHumans } from './humans.ts'

interface Segment {
  readonly start: string
  readonly end: string
}
interface RecordBook {
  readonly volunteer: string
  readonly segments: ReadonlyArray<Segment>
  readonly minutes: number
  /** Verified, corrected or reinstated, and nothing has taken it away since. */
  readonly counts: boolean
  readonly void: boolean
  readonly everCounted: boolean
  /** Points credited for it and not taken back. */
  readonly credited: number
}

/** The policy of the county gives a point for so many minutes of one record. */
const minutesPerPoint = 30

const sumMinutes = (segments: ReadonlyArray<Segment>): number =>
  segments.reduce((sum, { start, end }) => sum + Math.floor((Date.parse(end) - Date.parse(start)) / 60_000), 0)

/** One volunteer's points: what came, what was taken back, what was spent. */
interface PointBook {
  readonly balance: number
  readonly spent: ReadonlyMap<string, number>
}

/** What each record counts for, by the events of records. */
const bookRecords = () => {
  const records = new Map<string, RecordBook>()
  const change = (volunteer: string, recordId: string, more: Partial<RecordBook> = {}): RecordBook => {
    const key = `${volunteer} ${recordId}`
    const none = { volunteer, segments: [], minutes: 0, counts: false, void: false, everCounted: false, credited: 0 }
    const next = { ...(records.get(key) ?? none), ...more }
    records.set(key, next)
    return next
  }
  interface Said {
    readonly type: string
    readonly volunteer: string
    readonly recordId: string
    readonly minutes: number
  }
  const say = (event: Said & { readonly segments: ReadonlyArray<Segment> }): void => {
    const { type, volunteer, recordId, segments, minutes } = event
    change(volunteer, recordId, { segments, minutes })
    if (sumMinutes(segments) !== minutes) broken(`${type} says ${minutes} min, its segments ${sumMinutes(segments)}`)
  }
  const count = ({ type, volunteer, recordId, minutes }: Said): void => {
    const book = change(volunteer, recordId, { counts: true, everCounted: true })
    if (book.void) broken(`${recordId} is void and counts again`)
    if (book.minutes !== minutes) broken(`${type} counts ${minutes} min of ${book.minutes}`)
  }
  const take = handle({
    RecordSubmitted: say,
    RecordResubmitted: say,
    RecordCorrected: say,
    RecordVerified: count,
    RecordReinstated: count,
    RecordSuspended: ({ volunteer, recordId }) => {
      change(volunteer, recordId, { counts: false })
    },
    RecordVoided: ({ volunteer, recordId }) => {
      change(volunteer, recordId, { counts: false, void: true })
    },
  })
  return { records, change, take }
}

/** What each volunteer has, by the events of points. */
const bookPoints = ({ change }: ReturnType<typeof bookRecords>, humans: ReturnType<typeof followHumans>) => {
  const purses = new Map<string, PointBook>()
  const findPurse = (volunteer: string): PointBook => purses.get(volunteer) ?? { balance: 0, spent: new Map() }
  const pay = (volunteer: string, amount: number, spent = findPurse(volunteer).spent): void => {
    purses.set(volunteer, { balance: findPurse(volunteer).balance + amount, spent })
  }
  const sumBalance = (volunteer: string): number =>
    humans.listRegistrations(volunteer).reduce((sum, one) => sum + findPurse(one).balance, 0)
  const take = handle({
    PointsCredited: ({ volunteer, recordId, points: amount }) => {
      const { everCounted, credited } = change(volunteer, recordId)
      if (!everCounted) broken(`${recordId} earns points and never counted`)
      if (credited !== 0) broken(`${recordId} earns points twice`)
      change(volunteer, recordId, { credited: amount })
      pay(volunteer, amount)
    },
    PointsReversed: ({ volunteer, recordId, points: amount }) => {
      const { credited } = change(volunteer, recordId)
      if (credited !== amount) broken(`${amount} points of ${recordId} are taken back of ${credited}`)
      change(volunteer, recordId, { credited: 0 })
      pay(volunteer, 0 - amount)
    },
    PointsSpent: ({ volunteer, redemptionId, points: amount }) => {
      const { spent } = findPurse(volunteer)
      if (spent.has(redemptionId)) broken(`${redemptionId} is spent twice`)
      pay(volunteer, 0 - amount, new Map(spent).set(redemptionId, amount))
      if (sumBalance(volunteer) < 0) broken(`${volunteer} spends ${amount} points that are not there`)
    },
    RedemptionCancelled: ({ volunteer, redemptionId, points: amount }) => {
      const { spent } = findPurse(volunteer)
      if (spent.get(redemptionId) !== amount) broken(`${redemptionId} gives back what was not spent`)
      pay(volunteer, amount, new Map([...spent].filter(([id]) => id !== redemptionId)))
    },
  })
  return { purses, take }
}

/** At rest: each record has earned what it counts for, and no minute of one human counts twice. */
const checkAtRest = (records: ReadonlyMap<string, RecordBook>, humans: ReturnType<typeof followHumans>): void => {
  for (const [name, { minutes, void: isVoid, everCounted, credited }] of records) {
    const due = isVoid || !everCounted ? 0 : Math.floor(minutes / minutesPerPoint)
    if (credited !== due) broken(`${name} has ${credited} points for ${due}`)
  }
  const counted = [...records.values()].filter(({ counts }) => counts)
  counted.forEach((one, index) => {
    for (const other of counted.slice(index + 1)) {
      if (!humans.isOneHuman(one.volunteer, other.volunteer)) continue
      const twice = one.segments.find((a) => other.segments.some((b) => a.start < b.end && b.start < a.end))
      if (twice !== undefined) broken(`${one.volunteer} and ${other.volunteer}, one human, count ${twice.start} twice`)
    }
  })
}

export const conserved: WorldLaw = {
  name: 'W6: points and minutes conserve at every event',
  watch: (loop) => {
    const follow = followLog(loop)
    const humans = followHumans()
    const books = bookRecords()
    const purses = bookPoints(books, humans)
    const take = (): void => {
      for (const written of follow()) {
        humans.take(written.data)
        books.take(written)
        purses.take(written)
      }
      for (const [volunteer, { balance }] of purses.purses) {
        const state = loop.state(points, `points-${volunteer}`) as PointsState
        if (state.balance !== balance) broken(`${volunteer} has ${state.balance} points, by the events ${balance}`)
      }
    }
    return {
      done: take,
      rested: () => {
        take()
        checkAtRest(books.records, humans)
      },
    }
  },
}
