/** Two heads are told of two who checked in themselves, and a sheet names two others (H14). */
import { expect, it } from 'vitest'
import { approve, enter, openCounty, V1, type County } from './paper.fixture.ts'
import { actor, asking, occasion, seatCrowd, sendAll } from './crowd.fixture.ts'

const volunteers = ['v0', 'v1', 'v2', 'v3', 'v4']
const step = async (county: County, type: string, ...people: ReadonlyArray<string>) => {
  for (const volunteer of people) await sendAll(county)(actor(volunteer, 'volunteer'), { type, occasion, volunteer })
}

/** v0 and v1 check in, r1 counts; the sheet has v2 and v3. The latecomer checks in after the count. */
const gradeSheet = async (heads: number, latecomers: ReadonlyArray<string> = []) => {
  const county = await openCounty(5)
  await seatCrowd(county, volunteers, 'v4')
  await county.at('04-24 01:05')
  const early = ['v0', 'v1'].filter((one) => !latecomers.includes(one))
  await step(county, 'CheckIn', ...early)
  await county.at('04-24 02:00')
  await sendAll(county)(asking, { type: 'TellHeadCount', occasion, count: heads })
  await county.at('04-24 02:30')
  await step(county, 'CheckIn', ...latecomers)
  await county.at('04-24 05:00')
  await step(county, 'CheckOut', 'v0', 'v1')
  await county.at('04-25 01:00')
  const ofOrder = { occasion, teamId: 'TC', bodyId: V1, content: 'schooling' }
  await county.send('k3', enter('H1', 'S', ['v2', 'v3'], ofOrder))
  await county.at('04-29 01:00')
  await county.send('qt', approve('H1'))
  return (await county.listEvents()).flatMap((one) => (one.type === 'SheetApproved' ? [one.grade, one.lacks] : []))
}

it('H14: the two who came are the heads, and the lines stay manual', async () => {
  expect(await gradeSheet(2)).toEqual(['manual', ['head-count']])
}, 60_000)

it('H14: an honest count of all four attests the lines', async () => {
  expect(await gradeSheet(4)).toEqual(['attested', []])
}, 60_000)

it('H14: who came after the count was none of its heads', async () => {
  expect(await gradeSheet(3, ['v1'])).toEqual(['attested', []])
}, 60_000)
