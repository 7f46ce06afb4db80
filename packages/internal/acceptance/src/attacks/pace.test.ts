/** The pace of one person's rulings beside that of the oracle, which was told from the rules alone (H12). */
import { nationalDefaultPolicy } from '@zhiyuan/domain'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { findPaceEvents, type PaceAct } from '../oracles/pace.oracle.fixture.ts'
import { interval, listNames, openCounty, V1, type County } from './paper.fixture.ts'

const terms = { acts: 3, minutes: 10 }
const people = 12
const reason = { code: 'list-seen', text: null }
const segment = interval('04-24 01:00', '04-24 03:00')
const start = Date.parse('2020-05-06T01:00:00.000Z')
const words = (at: number): string => new Date(at).toISOString().slice(5, 16).replace('T', ' ')

/** Each volunteer has a record of an own session, which waits for an approver. */
const openWaiting = async (): Promise<County> => {
  const county = await openCounty(people)
  const { sections } = nationalDefaultPolicy
  const records = { ...sections.records, secondLook: null, publishedSessions: false }
  const bursts = { ...sections.bursts, people: 500, peopleADay: 500, pace: terms }
  const adopted = { ...nationalDefaultPolicy, version: 'FAST', sections: { ...sections, records, bursts } }
  await county.send('admin', { type: 'AdoptPolicy', ...adopted })
  await county.at('05-05 01:00')
  for (const [n, volunteer] of listNames(people).entries())
    await county.send('k1', {
      type: 'Backfill',
      ...{ volunteer, recordId: 'R1', occasion: { type: 'session', sessionId: `S${n}`, host: V1 } },
      ...{ segments: [segment], minutes: 120, content: 'culture-arts', bodyId: V1, teamId: null },
      ...{ responsible: 'l', reason: null },
    })
  return county
}

it('H12: law: a run of rulings in a hurry is told where the oracle says', async () => {
  const step = fc.record({
    gap: fc.integer({ min: 0, max: 3 }),
    by: fc.constantFrom('q1' as const, 'q1' as const, 'q1' as const, 'qt' as const),
    what: fc.constantFrom('VerifyRecord' as const, 'ReturnRecord' as const, 'SuspendRecord' as const),
    whom: fc.integer({ min: 0, max: people - 1 }),
  })
  let told = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (steps) => {
      const county = await openWaiting()
      const acts: PaceAct[] = []
      let at = start
      for (const { gap, by, what, whom } of steps) {
        at += gap * 60_000
        await county.at(words(at))
        const ruling = { type: what, volunteer: `v${whom}`, recordId: 'R1' }
        const before = (await county.listEvents()).length
        const answer = await county.refuse(by, what === 'VerifyRecord' ? ruling : { ...ruling, reason })
        await county.ledger.settle()
        const isSaid = answer === 'accepted' && (await county.listEvents()).length > before
        if (isSaid) acts.push({ person: by, at, what: what === 'VerifyRecord' ? 'approval' : 'ruling', group: null })
      }
      const expected = findPaceEvents(acts, terms).map((one) => `${one.person} ${new Date(one.at).toISOString()}`)
      const found = (await county.listEvents()).flatMap((one) =>
        one.type === 'RulingsHurried' ? [`${one.person} ${one.at}`] : [],
      )
      told += expected.length
      expect(found).toEqual(expected)
    }),
    { numRuns: 40 },
  )
  expect(told).toBeGreaterThan(5)
}, 120_000)
