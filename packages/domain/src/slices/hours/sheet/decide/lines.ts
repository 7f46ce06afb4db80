/** What the lines of a sheet say (H13), and about whom (H7). */
import * as E from 'fp-ts/lib/Either.js'
import {
  futureBoundMs,
  localDay,
  msPerDay,
  plusMillis,
  toMillis,
  type Instant,
  type LocalDay,
  type PersonId,
  type Zone,
} from '@zhiyuan/kernel'
import { sumMinutes } from '../../../../vocabulary/minutes.ts'
import type { PolicyMissing } from '../../../../vocabulary/rejections.ts'
import type { PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { findSurvivor, refuseMerged, type Humans } from '../../../people/humans/humans.read.ts'
import type { VolunteerState } from '../../../people/volunteer/volunteer.read.ts'
import { findLatestEnd } from '../../record/record.read.ts'
import type { SheetLine } from '../sheet.codec.ts'
import type { LineUnfit, SheetRejection } from '../sheet.rejection.ts'

const findFlaw = ({ segments, minutes }: SheetLine, latest: Instant): LineUnfit['because'] | null => {
  for (const [index, { start, end }] of segments.entries()) {
    const before = segments[index - 1]
    if (end <= start) return 'not-rising'
    if (before !== undefined && start < before.end) return 'overlaps'
    if (toMillis(end) - toMillis(start) > msPerDay) return 'too-long'
    if (end > latest) return 'in-future'
  }
  const sum = sumMinutes(segments)
  if (sum === 0) return 'nothing-served'
  return sum === minutes ? null : 'minutes-differ'
}

/** H13: a line is one presence, as a record is. */
const refuseSpan = (policies: PolicyBook, { segments }: SheetLine, line: number): LineUnfit | PolicyMissing | null => {
  const [first] = segments
  if (first === undefined) return null
  const latest = findLatestEnd(policies, first.start)
  if (E.isLeft(latest)) return latest.left
  const end = segments.at(-1)?.end ?? first.end
  return end > latest.right ? { type: 'LineUnfit', line, because: 'span-too-long' } : null
}

/** H13: each line is one presence that is over, with the minutes that it makes. */
export const refuseLines = (
  lines: ReadonlyArray<SheetLine>,
  policies: PolicyBook,
  now: Instant,
): LineUnfit | PolicyMissing | null => {
  const latest = plusMillis(now, futureBoundMs)
  for (const [index, line] of lines.entries()) {
    const because = findFlaw(line, latest)
    if (because !== null) return { type: 'LineUnfit', line: index + 1, because }
    const unfit = refuseSpan(policies, line, index + 1)
    if (unfit !== null) return unfit
  }
  return null
}

/** G2: each is registered, was not merged into another, and stands on the sheet once. */
export const refuseVolunteers = (
  people: ReadonlyArray<PersonId>,
  registrations: ReadonlyMap<PersonId, VolunteerState>,
  humans: Humans,
): SheetRejection | null => {
  const seen = new Set<PersonId>()
  for (const person of people) {
    const registration = registrations.get(person)
    if (registration === undefined || registration.type === 'None') return { type: 'NotAVolunteer', person }
    const survivor = findSurvivor(humans, person)
    if (seen.has(survivor)) return { type: 'OnTheSheetTwice', person }
    seen.add(survivor)
    const merged = refuseMerged(humans, person)
    if (merged !== null) return merged
  }
  return null
}

/** The one local day on which the service of all lines began (S7): a head count of that day speaks for them (H12). */
export const findDay = (lines: ReadonlyArray<SheetLine>, zone: Zone): LocalDay | null => {
  const days = new Set(
    lines.flatMap(({ segments: [first] }) => (first === undefined ? [] : [localDay(zone, first.start)])),
  )
  const [day = null] = days
  return days.size === 1 ? day : null
}
