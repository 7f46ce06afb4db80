import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { startLoop } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import { headCount, type HeadCountState } from '../../slices/attendance/head-count/index.ts'
import { policy } from '../../policy.ts'
import { isHeld, record, type RecordState, type ServiceRecord } from '../../slices/hours/record/index.ts'
import { clearer, document, entered, unclear } from '../../slices/hours/sheet/sheet.fixture.ts'
import { sheet, type SheetState } from '../../slices/hours/sheet/index.ts'
import { sheetLines } from './sheet-lines.ts'

const start = () =>
  startLoop({
    slices: [record, sheet, headCount, policy],
    processes: [sheetLines],
    world,
    scene: { ...scene, now: entered.enteredAt },
  })
type Loop = ReturnType<typeof start>
const { recorderV2, approverV2, approverC } = people
const enter = { type: 'EnterSheet', ...document } as const
const approve = { type: 'ApproveSheet', sheetId: 'L1' } as const
const back = { type: 'ReturnSheet', sheetId: 'L1', reason: unclear } as const
const refuse = { type: 'RejectSheet', sheetId: 'L1', reason: unclear } as const
const holdE = {
  type: 'HoldRecord',
  volunteer: 'e',
  recordId: 'p.L1.1.1',
  holdId: 'two-places:x',
  kind: 'two-places',
  because: [],
} as const
const clearE = {
  type: 'ClearHold',
  volunteer: 'e',
  recordId: 'p.L1.1.1',
  holdId: 'two-places:x',
  reason: unclear,
} as const
const returnE = { type: 'ReturnRecord', volunteer: 'e', recordId: 'p.L1.1.1', reason: unclear } as const
const timer = { type: 'process', process: 'burst-hold', cause: 'x.0' } as const

const findRecord = (loop: Loop, volunteer: string, recordId: string): ServiceRecord | undefined =>
  (loop.state(record, `record-${volunteer}`) as RecordState).records.get(recordId as never)
const listStatuses = (loop: Loop, edition = 1) =>
  [findRecord(loop, 'e', `p.L1.${edition}.1`), findRecord(loop, 'd', `p.L1.${edition}.2`)].map((one) => one?.status)

describe('the lines of a sheet', () => {
  it('H14: wait as records, and count when the sheet is approved', () => {
    const loop = start()
    loop.does(recorderV2, enter)
    expect(listStatuses(loop)).toEqual(['submitted', 'submitted'])
    loop.does(approverV2, approve)
    expect(listStatuses(loop)).toEqual(['verified', 'verified'])
    expect(loop.refused()).toEqual([])
  })

  it('H14: a line that is held counts after its hold was cleared, the others at once', () => {
    const loop = start()
    loop.does(recorderV2, enter)
    loop.does(timer, holdE)
    loop.does(approverV2, approve)
    expect(listStatuses(loop)).toEqual(['held', 'verified'])
    loop.does(approverC, clearE)
    expect(listStatuses(loop)).toEqual(['verified', 'verified'])
  })

  it('H14: a returned sheet is entered again, and only the last edition counts', () => {
    const loop = start()
    loop.does(recorderV2, enter)
    loop.does(approverV2, back)
    expect(listStatuses(loop)).toEqual(['withdrawn', 'withdrawn'])
    loop.does(recorderV2, { type: 'EnterSheet', ...clearer })
    loop.does(approverV2, approve)
    expect(listStatuses(loop)).toEqual(['withdrawn', 'withdrawn'])
    expect(listStatuses(loop, 2)).toEqual(['verified', 'verified'])
  })

  it('H12, H7: the hands of all its editions are those of the list', () => {
    const loop = start()
    loop.does(recorderV2, enter)
    loop.does(approverV2, back)
    loop.does({ ...recorderV2, person: 'k3' }, { type: 'EnterSheet', ...clearer, responsible: 'b' })
    const { lists } = loop.state(headCount, 'headcount-s.S') as HeadCountState
    expect(lists.map(({ hands }) => hands)).toEqual([['c', 'k2', 'b', 'k3']])
  })

  it('H14: planted: the sheet is approved before its lines are records, and the settling comes first', () => {
    const loop = start()
    loop.send(recorderV2, enter)
    loop.deliver()
    expect(loop.send(approverV2, approve)).toMatchObject({ _tag: 'Right' })
    loop.rest((waiting) => waiting.length - 1)
    expect(listStatuses(loop)).toEqual(['verified', 'verified'])
  })

  it('H14: planted: two sheets entered at once share the heads of their session, and the second stays manual', () => {
    const loop = start()
    loop.send(recorderV2, enter)
    const [lineE] = document.lines
    loop.send(recorderV2, { ...enter, sheetId: 'L2', lines: [{ ...lineE, volunteer: 'a' }] })
    expect(loop.send(approverV2, approve)).toMatchObject({ left: { type: 'SheetNotYetNoted' } })
    loop.rest((waiting) => waiting.length - 1)
    const { lists } = loop.state(headCount, 'headcount-s.S') as HeadCountState
    expect(lists.map(({ listId, people }) => [listId, people.length])).toEqual([
      ['sheet.L2.1', 1],
      ['sheet.L1.1', 2],
    ])
  })

  it('H14: law: at rest each line is what its sheet and its own rulings say, in any order', () => {
    const steps = [
      [recorderV2, enter],
      [approverV2, approve],
      [approverV2, back],
      [approverV2, refuse],
      [recorderV2, { type: 'EnterSheet', ...clearer }],
      [timer, holdE],
      [approverC, clearE],
      [approverV2, returnE],
    ] as const
    const step = fc.record({ step: fc.constantFrom(...steps), deliver: fc.nat(3), pick: fc.nat(50) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (told) => {
        const loop = start()
        loop.send(recorderV2, enter)
        for (const {
          step: [actor, command],
          deliver,
          pick,
        } of told) {
          loop.send(actor, command)
          for (let n = 0; n < deliver && loop.waiting().length > 0; n += 1) loop.deliver(pick % loop.waiting().length)
        }
        loop.rest()
        checkLines(loop)
      }),
      { numRuns: 150 },
    )
  })
})

/** What a line is by the rules, told from the sheet's own events. */
const checkLines = (loop: Loop): void => {
  const state = loop.state(sheet, 'sheet-L1') as SheetState
  if (state.type === 'None') return
  for (const { edition, lines } of state.editions)
    for (const [index, { volunteer }] of lines.entries()) {
      const one = findRecord(loop, volunteer, `p.L1.${edition}.${index + 1}`)
      if (state.returns.some((returned) => returned.edition === edition))
        expect(one?.status ?? 'withdrawn').toBe('withdrawn')
      else if (state.type === 'Rejected') expect(one?.status ?? 'rejected').toBe('rejected')
      else if (one !== undefined && one.status !== 'returned') {
        const waits = isHeld(one) ? ['held', 'suspended'] : ['submitted']
        expect(state.type === 'Approved' && !isHeld(one) ? ['verified'] : waits).toContain(one.status)
      }
    }
}
