import { describe, expect, it } from 'vitest'
import { instant, backfill, reason } from '../../slices/hours/record/record.fixture.ts'
import {
  approver,
  ledger,
  listAll,
  listOpen,
  doMerge,
  recorder,
  type Loop,
  type Person,
} from './three-persons.play.arbitrary.ts'

const R1 = { volunteer: 'e', recordId: 'R1' } as const
const verify = { type: 'VerifyRecord', ...R1 } as const
const clear = { type: 'ClearHold', ...R1, reason: reason('seen-there') } as const
/** The status of each record and the holds that are open. */
const look = (loop: Loop) => listAll(loop).map((one) => [one.status, ...listOpen(one)])
/** a has entered a record of e, and b has verified it. */
const begun = (): Loop => {
  const loop = ledger()
  loop.does(recorder('a'), backfill('R1', 'e', '04-29 06:00', '04-29 07:00', 60))
  loop.does(approver('b'), verify)
  return loop
}

describe('recorder, approver and volunteer', () => {
  it.each([
    ['approver', 'b', 'e'],
    ['approver', 'e', 'b'],
    ['recorder', 'a', 'e'],
  ] as const)(
    'H7, G2: a record is held when its %s turns out to be its volunteer (%s into %s)',
    (_as, person, into) => {
      const loop = begun()
      doMerge(loop, person, into)
      expect(look(loop)).toEqual([['suspended', 'same-person:0']])
      for (const involved of [person, into])
        expect(loop.send(approver(involved), { ...clear, holdId: 'same-person:0' })).toMatchObject({ _tag: 'Left' })
      loop.does(approver('c'), { ...clear, holdId: 'same-person:0' })
      expect(look(loop)).toEqual([['verified']])
    },
  )

  it('H7, G2: a record is held again when the person who cleared the hold turns out to be the same human too', () => {
    const loop = begun()
    doMerge(loop, 'b', 'e')
    loop.does(approver('c'), { ...clear, holdId: 'same-person:0' })
    doMerge(loop, 'c', 'e')
    expect(look(loop)).toEqual([['suspended', 'same-person:1']])
  })

  it('H7, G2: a record that was verified before the merge was known is held as well', () => {
    const loop = ledger()
    loop.does(recorder('a'), backfill('R1', 'e', '04-29 06:00', '04-29 07:00', 60))
    const write = loop.sendLate(approver('b'), verify)
    doMerge(loop, 'b', 'e')
    write()
    loop.rest()
    expect(look(loop)).toEqual([['suspended', 'same-person:0']])
  })

  it('H7: a merge of other persons changes nothing', () => {
    const loop = begun()
    doMerge(loop, 'c', 'e')
    doMerge(loop, 'd', 'b')
    expect(look(loop)).toEqual([['verified']])
  })
})

/** A correction that one person requests and another grants. */
const correct = (loop: Loop, askedBy: Person, grantedBy: Person, until = '08:00', minutes = 120): void => {
  const correction = { ...R1, correctionId: `fix-${minutes}`, reason: reason('other-hours') } as const
  const segments = [{ start: instant('04-29 06:00'), end: instant(`04-29 ${until}`) }]
  loop.does(approver(askedBy), { type: 'RequestCorrection', ...correction })
  loop.does(approver(grantedBy), { type: 'CorrectRecord', ...correction, segments, minutes })
}

describe('a third person who cleared the hold', () => {
  /** a is e, and c has cleared the hold. */
  const cleared = (): Loop => {
    const loop = begun()
    doMerge(loop, 'a', 'e')
    loop.does(approver('c'), { ...clear, holdId: 'same-person:0' })
    return loop
  }

  it('H7, G2: does not answer for time that the volunteer adds afterwards', () => {
    const loop = cleared()
    correct(loop, 'd', 'b')
    expect(look(loop)).toEqual([['verified']])
    doMerge(loop, 'd', 'e')
    expect(look(loop)).toEqual([['suspended', 'same-person:1']])
  })
  it('H7, G2: does not answer for time that the volunteer grants afterwards', () => {
    const loop = cleared()
    correct(loop, 'd', 'b')
    doMerge(loop, 'b', 'e')
    expect(look(loop)).toEqual([['suspended', 'same-person:1']])
  })
  it('H7, G2: does not answer for less time that the volunteer grants afterwards', () => {
    const loop = cleared()
    correct(loop, 'd', 'b', '06:30', 30)
    doMerge(loop, 'b', 'e')
    expect(look(loop)).toEqual([['suspended', 'same-person:1']])
  })
  it.each([
    ['d', 'b'],
    ['b', 'd'],
    ['c', 'b'],
  ] as const)('H7: still answers for the earlier entries when %s requests time and %s grants it', (one, other) => {
    const loop = cleared()
    correct(loop, one, other)
    expect(look(loop)).toEqual([['verified']])
  })
  it('H7: answers for the earlier entries also when the approver turns out to be the volunteer as well', () => {
    const loop = cleared()
    doMerge(loop, 'b', 'e')
    expect(look(loop)).toEqual([['verified']])
  })
})

describe('a person who lets a record count again', () => {
  const ruled = { ...R1, reason: reason('asked-again') } as const
  const suspend = { type: 'SuspendRecord', ...ruled } as const
  const reinstate = { type: 'ReinstateRecord', ...ruled } as const

  it('H7, G2: must not be its volunteer: by a reinstatement', () => {
    const loop = begun()
    loop.does(approver('b'), suspend)
    loop.does(approver('d'), reinstate)
    doMerge(loop, 'd', 'e')
    expect(look(loop)).toEqual([['suspended', 'same-person:0']])
    loop.does(approver('c'), { ...clear, holdId: 'same-person:0' })
    expect(look(loop)).toEqual([['verified']])
  })
  it('H7, G2: must not be its volunteer: by clearing a hold of another kind', () => {
    const loop = begun()
    const process = { type: 'process', process: 'burst-hold', cause: 'x' } as const
    loop.does(process, { type: 'HoldRecord', ...R1, holdId: 'two-places:x', kind: 'two-places', because: [] })
    loop.does(approver('d'), { ...clear, holdId: 'two-places:x' })
    expect(look(loop)).toEqual([['verified']])
    doMerge(loop, 'd', 'e')
    expect(look(loop)).toEqual([['suspended', 'same-person:1']])
  })
  it('H7: does not matter where another person ruled later, or a correction followed', () => {
    const loop = begun()
    for (const by of ['d', 'c'] as const) {
      loop.does(approver('b'), { ...suspend, reason: reason(`for-${by}`) })
      loop.does(approver(by), { ...reinstate, reason: reason(`by-${by}`) })
    }
    doMerge(loop, 'd', 'e')
    expect(look(loop)).toEqual([['verified']])
    correct(loop, 'a', 'b')
    doMerge(loop, 'c', 'e')
    expect(look(loop)).toEqual([['verified']])
  })
})
