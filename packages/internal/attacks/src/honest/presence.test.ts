/** The honest days of presence, as the detectors of presences see them; in the table each has a dishonest twin that they find. */
import { expect, it } from 'vitest'
import { detect } from '../detectors.ts'
import { playDay } from '../stage.ts'
import { presenceDays } from './presence.ts'

const ofPresences = ['nothing-solved', 'rolls-alone', 'overruns']

it.each(presenceDays)('they find no one on the day $id', async ({ id, volunteers, play }) => {
  const { ledger } = await playDay(id, volunteers, play)
  const { events } = await ledger.read(null, 100_000)
  expect(events.map(({ type }) => type)).toContain('RecordVerified')
  expect(detect(events).filter(({ detector }) => ofPresences.includes(detector))).toEqual([])
})
