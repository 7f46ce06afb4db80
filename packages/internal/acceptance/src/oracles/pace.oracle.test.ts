import { describe, expect, it } from 'vitest'
import { findPaceEvents } from './pace.oracle.fixture.ts'
import type { PaceAct } from './pace.oracle.fixture.ts'

const terms = { acts: 20, minutes: 10 }
const makeActs = (n: number, step: number, fields: Partial<PaceAct> = {}): readonly PaceAct[] =>
  Array.from({ length: n }, (_, index) => ({
    person: 'q',
    at: index * step,
    what: 'approval' as const,
    group: null,
    ...fields,
  }))

describe('pace', () => {
  it('H12: twenty approvals in ten minutes are none, the twenty-first is the event', () => {
    expect(findPaceEvents(makeActs(20, 2000), terms)).toEqual([])
    expect(findPaceEvents(makeActs(21, 2000), terms)).toEqual([{ person: 'q', at: 40_000 }])
  })

  it('H12: ten minutes themselves are within ten minutes, a millisecond more is not', () => {
    expect(findPaceEvents(makeActs(21, 30_000), terms)).toHaveLength(1)
    expect(findPaceEvents(makeActs(21, 30_001), terms)).toEqual([])
  })

  it('H12: a sheet or a burst counts as one, with its ruling and its approvals', () => {
    const sheet = makeActs(200, 100, { group: 'sheet' })
    expect(findPaceEvents(sheet, terms)).toEqual([])
    const ruling = { person: 'q', at: 0, what: 'ruling' as const, group: 'sheet' }
    expect(findPaceEvents([ruling, ...sheet, ...makeActs(19, 100)], terms)).toEqual([])
    expect(findPaceEvents([ruling, ...sheet, ...makeActs(20, 100)], terms)).toHaveLength(1)
  })

  it('H12: two people do not add up, rulings and approvals of one do', () => {
    const mixed = makeActs(21, 1000).map((act, n) => ({ ...act, what: n < 10 ? ('ruling' as const) : act.what }))
    expect(findPaceEvents(mixed, terms)).toHaveLength(1)
    expect(findPaceEvents([...makeActs(20, 1000), ...makeActs(20, 1000, { person: 'p' })], terms)).toEqual([])
  })

  it('H12: a run is one event, and a second run another', () => {
    const first = makeActs(100, 2000)
    const second = first.map((act) => ({ ...act, at: act.at + 3_600_000 }))
    expect(findPaceEvents([...first, ...second], terms).map(({ at }) => at)).toEqual([40_000, 3_640_000])
  })
})
