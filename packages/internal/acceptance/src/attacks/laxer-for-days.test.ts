/** A policy that guards less for a few days is named with each star that counts service of these days (G5). */
import { nationalDefaultPolicy } from '@zhiyuan/domain'
import { expect, it } from 'vitest'
import { actor, takePost, V1 } from './county.fixture.ts'
import { morning, openCounty, review, serve, type County } from './orders.fixture.ts'

const { sections } = nationalDefaultPolicy
/** The national defaults with a first level at an hour, and what else an edition says. */
const adopt = (version: string, effectiveFrom: string, said: object = {}) => ({
  type: 'AdoptPolicy',
  ...nationalDefaultPolicy,
  version,
  document: { number: version, issuer: 'city', title: version, date: effectiveFrom },
  effectiveFrom,
  sections: { ...sections, stars: { ...sections['stars'], thresholds: [60] }, ...said },
})
const lax = {
  attendance: { ...sections['attendance'], told: 720 },
  records: { ...sections['records'], secondLook: null },
  bursts: { ...sections['bursts'], people: 500 },
}
const application = { volunteer: 'a', applicationId: 'A1' }

const serveAndApply = async (county: County): Promise<void> => {
  await county.order(morning)
  await county.accept()
  await serve(county)
  await county.send('r1', review('solved', 5))
  await county.send('admin', takePost(V1, 'approver', 'q1'))
  await county.ledger.sendUnknown(
    { type: 'VerifyRecord', volunteer: 'a', recordId: 'o.O1.1' },
    { actor: actor('q1', 'approver', V1) },
  )
  await county.ledger.settle()
  await county.at('05-08 00:00')
  await county.send('admin', adopt('DEFAULT', '2020-05-08'))
  await county.at('05-10 00:00')
  await county.send('a', { type: 'ApplyForStar', ...application, level: 1 })
  await county.send('s', { type: 'ExamineApplication', ...application, heard: 0 })
  await county.send('s', { type: 'OpenNotice', ...application, heard: 0 })
  await county.at('05-20 00:00')
  await county.send('s', { type: 'GrantStar', ...application })
}
/** What is named with the grant, with the figures of the volunteer, and with her line of the table. */
const listNamed = async (county: County) => {
  const known = { knownAt: '2020-05-20T00:00:00.000Z' }
  const [granted] = await county.listEvents('StarGranted')
  const figures = await county.ledger.star('a', known)
  const line = (await county.ledger.starTable(known)).find(({ volunteer }) => volunteer === 'a')
  return [granted?.laxer, figures?.laxer, line?.laxer]
}

it('G5: a laxer policy that held on the day of service alone is named with the star, although the defaults are back', async () => {
  const county = await openCounty()
  await county.send('admin', adopt('LOW', '2020-05-01'))
  await county.at('05-05 00:00')
  await county.send('admin', adopt('LAX', '2020-05-05', lax))
  await county.at('05-06 00:00')
  await serveAndApply(county)
  const named = ['attendance.told', 'records.secondLook', 'bursts.people']
  expect(await listNamed(county)).toEqual([named, named, named])
  const before = await county.ledger.star('a', { knownAt: '2020-05-04T00:00:00.000Z' })
  expect(before).toMatchObject({ minutes: 0, laxer: [] })
})

it('G5: honest: a laxer policy adopted on the day of the service guards none of it, and is not named', async () => {
  const county = await openCounty()
  await county.send('admin', adopt('LOW', '2020-05-01'))
  await county.at('05-06 16:30')
  await county.send('admin', adopt('LAX', '2020-05-05', lax))
  await serveAndApply(county)
  expect(await listNamed(county)).toEqual([[], [], []])
})
