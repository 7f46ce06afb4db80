/** Days of honest people on paper pass unharmed (H12, H14). */
import { describe, expect, it } from 'vitest'
import { approve, enter, listNames, openCounty, publish, tell, V1 } from './paper.fixture.ts'

/** Sheets are entered on Friday 04-24 and 04-26, which is worked; the second look is over on 04-28. */
const entering = '04-26 01:00'
const approving = '04-28 01:00'

describe('honest days on paper', () => {
  it('H14: a festival of 200 with one call that day: none is held, 200 are attested', async () => {
    const county = await openCounty(200)
    await county.at('04-20 01:00')
    await county.send('k1', publish('festival'))
    await county.at('04-24 03:00')
    await county.send('kt', tell('festival', 200))
    await county.at(entering)
    await county.send('k1', enter('L1', 'festival', listNames(200)))
    await county.at(approving)
    await county.send('qt', approve('L1'))
    expect(await county.countEvents('RecordHeld')).toBe(0)
    expect(await county.countGrades()).toEqual({ system: 0, attested: 200, manual: 0 })
    const star = await county.ledger.star('v199', { knownAt: '2020-04-28T01:00:00.000Z' })
    expect(star).toMatchObject({ counted: { system: 0, attested: 120, manual: 0 } })
  }, 60_000)

  it('H14: a clean-up of 25 that is approved by the village itself counts too, as manual', async () => {
    const county = await openCounty(25)
    await county.at('04-20 01:00')
    await county.send('k1', publish('clean-up'))
    await county.at('04-24 03:00')
    await county.send('l', tell('clean-up', 25))
    await county.at(entering)
    // l told the count, so another one answers for the sheet.
    await county.send('k1', enter('L1', 'clean-up', listNames(25), { responsible: 'x' }))
    await county.at(approving)
    await county.send('q1', approve('L1'))
    expect(await county.countGrades()).toEqual({ system: 0, attested: 0, manual: 25 })
    expect(await county.listEvents()).toContainEqual(
      expect.objectContaining({ type: 'SheetApproved', grade: 'manual', lacks: ['unit-above'] }),
    )
  })

  it('H14, H20: a Friday clerk with six lists of ten: six entries, six approvals, none held', async () => {
    const county = await openCounty(60)
    const lists = [0, 1, 2, 3, 4, 5]
    await county.at('04-20 01:00')
    for (const n of lists) await county.send('k1', publish(`s${n}`))
    await county.at('04-24 03:00')
    for (const n of lists) await county.send('kt', tell(`s${n}`, 10))
    await county.at('04-24 09:00')
    for (const n of lists) await county.send('k1', enter(`L${n}`, `s${n}`, listNames(60).slice(10 * n, 10 * n + 10)))
    await county.at(approving)
    for (const n of lists) await county.send('qt', approve(`L${n}`))
    expect(await county.countEvents('RecordHeld')).toBe(0)
    expect(await county.countGrades()).toEqual({ system: 0, attested: 60, manual: 0 })
  })

  it('H12: a dance team and a patrol on one evening: each has its own head count', async () => {
    const county = await openCounty(30)
    const [dance, patrol] = [listNames(30).slice(0, 15), listNames(30).slice(15)]
    await county.at('04-20 01:00')
    await county.send('k1', publish('dance'))
    await county.send('k1', publish('patrol'))
    await county.at('04-24 03:00')
    await county.send('kt', tell('dance', 15))
    await county.send('kt', tell('patrol', 15))
    await county.at(entering)
    await county.send('k1', enter('L1', 'dance', dance))
    await county.send('k1', enter('L2', 'patrol', patrol))
    await county.at(approving)
    await county.send('qt', approve('L1'))
    await county.send('qt', approve('L2'))
    expect(await county.countEvents('RecordHeld')).toBe(0)
    expect(await county.countGrades()).toEqual({ system: 0, attested: 30, manual: 0 })
  })

  it('H14: a sheet with a fault is returned as one, entered again, and counts once', async () => {
    const county = await openCounty(10)
    await county.at('04-20 01:00')
    await county.send('k1', publish('choir'))
    await county.at('04-24 03:00')
    await county.send('kt', tell('choir', 9))
    await county.at(entering)
    await county.send('k1', enter('L1', 'choir', listNames(10)))
    await county.send('qt', { type: 'ReturnSheet', sheetId: 'L1', reason: { code: 'ten-names', text: null } })
    expect(await county.ledger.toDo(V1)).toMatchObject([
      { subject: { type: 'sheet', sheetId: 'L1' }, waits: 'resubmission' },
    ])
    await county.send('k1', enter('L1', 'choir', listNames(9)))
    await county.at(approving)
    await county.send('qt', approve('L1'))
    expect(await county.countEvents('RecordWithdrawn')).toBe(10)
    expect(await county.countGrades()).toEqual({ system: 0, attested: 9, manual: 0 })
  })
})
