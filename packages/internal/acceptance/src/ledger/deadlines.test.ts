/** The clocks that the to-do and the list of deadlines show, while they run and once they have ended. */
import { calendar2020to2026 } from '@zhiyuan/domain'
import { describe, expect, it } from 'vitest'
import { begin, C, morning, review, serve, T1, V1, why, type County } from '../attacks/orders.fixture.ts'

const listClocks = async ({ ledger }: County, unit: string, name: string) =>
  (await ledger.deadlines(unit)).flatMap(({ clock, at, place }) => (clock === name ? [{ at, place }] : []))
const year = calendar2020to2026.find((one) => one.year === 2020)

describe('the deadlines of a unit', () => {
  it('O16: show when an order will be supervised, at its handler, until that begins', async () => {
    const county = await begin()
    const at = '2020-05-14T16:00:00.000Z'
    expect(await listClocks(county, T1, 'supervision')).toEqual([{ at, place: V1 }])
    await county.send('k1', { type: 'EscalateOrder', orderId: 'O1', round: 1, from: V1, ...why('far') })
    expect(await listClocks(county, C, 'supervision')).toEqual([{ at, place: T1 }])
    for (const time of ['05-08 00:00', '05-10 00:00', '05-14 16:00']) await county.at(time)
    expect(await county.listWaiting(C)).toContain('supervision supervision')
    expect(await listClocks(county, C, 'supervision')).toEqual([])
  })
  it('H4: are those of the calendar as it is now, and so are the clocks of an item', async () => {
    const county = await begin()
    const due = { at: '2020-05-14T16:00:00.000Z', place: V1 }
    expect(await listClocks(county, V1, 'service')).toEqual([due])
    const daysOff = [...(year?.daysOff ?? []), '2020-05-12']
    await county.send('admin', { type: 'AdoptCalendarYear', ...year, daysOff, source: 'a later notice' })
    const at = '2020-05-15T16:00:00.000Z'
    expect(await listClocks(county, V1, 'service')).toEqual([{ ...due, at }])
    expect(await listClocks(county, V1, 'supervision')).toEqual([{ ...due, at }])
    expect((await county.ledger.toDo(V1))[0]?.due).toContainEqual({ clock: 'service', at })
    await county.at('05-14 16:00')
    expect(await county.listEvents('ServiceOverdue')).toEqual([])
    await county.at('05-15 16:00')
    expect(await county.listEvents('ServiceOverdue')).toMatchObject([{ dueAt: at }])
  })
  it('H4: bring what runs forward where a corrected calendar has fewer days off, and back with more', async () => {
    const county = await begin()
    await county.send('k1', { type: 'AskExtension', orderId: 'O1', round: 1, day: '2020-05-20', ...why('late') })
    const adopt = (daysWorked: ReadonlyArray<string>, source: string) =>
      county.send('admin', { type: 'AdoptCalendarYear', ...year, daysWorked, source })
    const own = year?.daysWorked ?? []
    await adopt([...own, '2020-05-10'], 'a later notice')
    expect(await listClocks(county, V1, 'service')).toEqual([{ at: '2020-05-13T16:00:00.000Z', place: V1 }])
    await county.at('05-10 16:00')
    expect(await county.listEvents('ExtensionRefused')).toHaveLength(1)
    await adopt(own, 'a notice after that')
    await county.at('05-14 15:59')
    expect(await county.listEvents('ServiceOverdue')).toEqual([])
    await adopt([...own, '2020-05-10'], 'the last notice')
    expect(await county.listEvents('ServiceOverdue')).toMatchObject([{ dueAt: '2020-05-13T16:00:00.000Z' }])
    expect(await county.listEvents('SupervisionBegan')).toMatchObject([{ dueAt: '2020-05-13T16:00:00.000Z' }])
  })
  it('H24, H4: a review is asked for by the calendar as it is now, also where that is sooner', async () => {
    const county = await begin(morning)
    await county.accept()
    const round = { orderId: 'O1', round: 1 }
    await county.send('a', { type: 'TakeSeat', ...round, risksSeen: true })
    await county.at('05-07 01:00')
    await county.send('a', { type: 'CheckIn', occasion: { type: 'order', ...round }, volunteer: 'a' })
    await county.at('05-08 00:00')
    const daysWorked = [...(year?.daysWorked ?? []), '2020-05-10', '2020-05-16', '2020-05-17'].toSorted()
    await county.send('admin', { type: 'AdoptCalendarYear', ...year, daysWorked, source: 'a later notice' })
    await county.at('05-17 15:59')
    expect(await county.listEvents('ReviewAsked')).toEqual([])
    await county.at('05-17 16:00')
    expect(await county.listEvents('ReviewAsked')).toMatchObject([{ dueAt: '2020-05-17T16:00:00.000Z' }])
  })
  it('O8: hold the window for a reopening while it is open, and nothing of a closed order after it', async () => {
    const county = await begin(morning)
    await county.accept()
    await serve(county)
    await county.send('r1', review('solved', 5))
    const [reopen] = await listClocks(county, V1, 'reopen')
    expect(reopen?.at).toBe('2020-05-22T02:00:00.000Z')
    await county.at('05-22 01:59')
    expect(await listClocks(county, V1, 'reopen')).toHaveLength(1)
    await county.at('05-22 02:00')
    expect(await county.ledger.deadlines(C)).toEqual([])
  })
  it('N2: keep the clock of a duty that has passed, until the duty is done', async () => {
    const county = await begin()
    const [description] = await county.ledger.keep(['words of N3'])
    const risks = { known: false, description: null }
    const asked = { needId: 'N3', unitId: V1, requester: 'r1', proxy: null, contact: null, channel: 'telephone' }
    const voiced = { kind: 'health', voicedAt: '2020-05-06T00:00:00.000Z', sourceDate: null }
    await county.send('r1', { type: 'SubmitNeed', ...asked, ...voiced, description, risks })
    await county.at('05-09 00:00')
    expect(await listClocks(county, V1, 'answer')).toMatchObject([{ at: '2020-05-07T00:00:00.000Z' }])
    await county.send('k1', { type: 'RejectNeed', needId: 'N3', ...why('none') })
    expect(await listClocks(county, V1, 'answer')).toEqual([])
  })
})
