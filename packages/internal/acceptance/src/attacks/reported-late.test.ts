/** A report made hours after the service, so that hours by hand may be as long (H2a). */
import { expect, it } from 'vitest'
import { interval } from './county.fixture.ts'
import { actor, occasion, seatCrowd, sendAll } from './crowd.fixture.ts'
import { enter, openCounty } from './paper.fixture.ts'

const leader = actor('v2', 'volunteer')

/** v1 serves until then; the order, planned from 01:00 to 05:00, is reported ten hours after its end. v0 is on a sheet from 01:00. */
const enterHours = async (served: string, end: string, minutes: number) => {
  const county = await openCounty(3)
  const send = sendAll(county)
  await seatCrowd(county, ['v0', 'v1'], 'v2')
  await county.at('04-24 01:00')
  await send(actor('v1', 'volunteer'), { type: 'CheckIn', occasion, volunteer: 'v1' })
  await county.at(served)
  await send(actor('v1', 'volunteer'), { type: 'CheckOut', occasion, volunteer: 'v1' })
  await county.at('04-24 15:00')
  await send(leader, { type: 'ReportService', orderId: 'O1', round: 1 })
  const lines = [{ volunteer: 'v0', segments: [interval('04-24 01:00', end)], minutes }]
  await county.send('k1', enter('L1', 'S', [], { occasion, teamId: 'TC', content: 'schooling', lines }))
  return (await county.listEvents()).flatMap((one) => (one.type === 'RecordHeld' ? [one.kind] : []))
}

it('H2a: the wait for the report is no service', async () => {
  expect(await enterHours('04-24 05:00', '04-24 15:00', 840)).toEqual(['contradicts-the-log'])
}, 60_000)

it('H2a: an honest sheet of the planned time passes, and one of a service that lasted longer', async () => {
  expect(await enterHours('04-24 05:00', '04-24 05:30', 270)).toEqual([])
  expect(await enterHours('04-24 06:50', '04-24 06:50', 350)).toEqual([])
}, 60_000)
