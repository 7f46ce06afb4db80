import { describe, expect, it } from 'vitest'
import {
  areThreeHands,
  findApprovers,
  findRecorders,
  findUnitAbove,
  mayApprove,
  mayPairRule,
  mayRecord,
  maySuspend,
  mayVoid,
} from './three-hands.oracle.fixture.ts'
import type { HandledRecord, Holder, Office } from './three-hands.oracle.fixture.ts'

const hold = (person: string, unit: string, post: Holder['post']): Holder => ({ person, unit, post })
const office: Office = {
  units: [
    { unit: 'C', parent: null },
    { unit: 'T2', parent: 'C' },
    { unit: 'V2', parent: 'T2' },
    { unit: 'K', parent: 'C' },
  ],
  holders: [
    hold('k2', 'V2', 'recorder'),
    hold('k2', 'V2', 'approver'),
    hold('q2', 'V2', 'approver'),
    hold('qc', 'C', 'approver'),
    hold('m', 'C', 'assessor'),
    hold('rc', 'C', 'recorder'),
  ],
}
const record: HandledRecord = {
  grade: 'manual',
  isLate: true,
  unit: 'V2',
  credited: 'e',
  recorders: ['k2'],
  responsible: 'k2',
  approver: null,
  handlers: [],
  suspendedBy: null,
}
const add = (...holders: readonly Holder[]): Office => ({ ...office, holders: [...office.holders, ...holders] })

describe('recorder, approver, volunteer', () => {
  it('H7: the recorder does not approve, the other approver does (golden row 39)', () => {
    expect([mayApprove('k2', record, office), mayApprove('q2', record, office)]).toEqual([false, true])
  })

  it('H7: who confirmed or typed counts as recorder', () => {
    const confirmed: HandledRecord = { ...record, grade: 'attested', isLate: false, recorders: ['q2'] }
    expect(mayApprove('q2', confirmed, office)).toBe(false)
    expect(mayApprove('k2', confirmed, office)).toBe(true)
  })

  it('H7: no one records or approves the own hours, and the responsible person is another', () => {
    expect(mayRecord('k2', { ...record, credited: 'k2', responsible: 'x' }, office)).toBe(false)
    expect(mayApprove('q2', { ...record, credited: 'q2' }, office)).toBe(false)
    expect(mayRecord('k2', record, office)).toBe(true)
    expect(mayRecord('k2', { ...record, responsible: 'e' }, office)).toBe(false)
  })

  it('H16: the unit above approves only where the body has no one else (golden row 33)', () => {
    expect(mayApprove('qc', record, office)).toBe(false)
    expect(mayApprove('qc', { ...record, unit: 'K' }, office)).toBe(true)
    expect(mayApprove('qc', { ...record, recorders: ['k2', 'q2'] }, office)).toBe(true)
  })

  it('H16: the unit above records for the body’s only clerk', () => {
    expect(findRecorders({ ...record, credited: 'k2' }, office)).toEqual({ type: 'unit', unit: 'C', persons: ['rc'] })
  })

  it('H7: three hands are three', () => {
    expect(areThreeHands({ ...record, approver: 'q2' })).toBe(true)
    for (const approver of [null, 'k2', 'e']) expect(areThreeHands({ ...record, approver })).toBe(false)
    expect(areThreeHands({ ...record, approver: 'q2', recorders: ['e'] })).toBe(false)
    const own: HandledRecord = { ...record, grade: 'system', isLate: false, recorders: ['e'] }
    expect([areThreeHands(own), areThreeHands({ ...own, approver: 'q2' })]).toEqual([true, true])
    expect(areThreeHands({ ...own, approver: 'e' })).toBe(false)
  })
})

describe('the unit above', () => {
  it('G8: skips a unit without the post (golden row 40) and one whose holder had a part', () => {
    expect(findUnitAbove('V2', 'approver', [], office)).toMatchObject({ unit: 'C', persons: ['qc'] })
    const filled = add(hold('q3', 'T2', 'approver'))
    expect(findUnitAbove('V2', 'approver', [], filled)).toMatchObject({ unit: 'T2' })
    expect(findUnitAbove('V2', 'approver', ['q3'], filled)).toMatchObject({ unit: 'C' })
  })

  it('G8: is never the unit itself', () => {
    expect(findUnitAbove('C', 'approver', [], office)).toMatchObject({ type: 'pair' })
  })

  it('G8: at the top two without a part rule, an assessor or administrator decides', () => {
    const hands = findUnitAbove('V2', 'approver', ['qc'], office)
    expect(hands).toEqual({ type: 'pair', unit: 'C', proposers: ['m', 'rc'], deciders: ['m'] })
    expect(mayPairRule('rc', 'm', hands)).toBe(true)
    expect(mayPairRule('m', 'rc', hands)).toBe(false)
    expect(mayPairRule('m', 'm', hands)).toBe(false)
    expect(mayPairRule('qc', 'm', hands)).toBe(false)
  })

  it('G8: a single free holder at the top is no pair', () => {
    expect(findUnitAbove('V2', 'approver', ['qc', 'rc'], office)).toEqual({ type: 'none' })
    expect(findUnitAbove('V2', 'approver', ['qc', 'm'], office)).toEqual({ type: 'none' })
    expect(findApprovers({ ...record, unit: 'C', recorders: ['qc'] }, office)).toMatchObject({ type: 'pair' })
  })
})

describe('suspending and voiding', () => {
  const suspended: HandledRecord = { ...record, approver: 'q2', handlers: ['qc'], suspendedBy: 'qc' }

  it('H9: who suspends does not void while another without a part is there', () => {
    expect(mayVoid('qc', suspended, office)).toBe(true)
    const more = add(hold('q9', 'T2', 'approver'))
    expect([mayVoid('qc', suspended, more), mayVoid('q9', suspended, more)]).toEqual([false, true])
  })

  it('H9: recorder and volunteer never void', () => {
    expect(mayVoid('k2', { ...suspended, suspendedBy: 'k2' }, office)).toBe(false)
    expect(mayVoid('qc', { ...suspended, credited: 'qc', suspendedBy: 'q2' }, office)).toBe(false)
  })

  it('H9: approvers of the body and above suspend, the volunteer and a stranger do not', () => {
    expect(['k2', 'q2', 'qc', 'm', 'e'].filter((person) => maySuspend(person, record, office))).toEqual([
      'k2',
      'q2',
      'qc',
    ])
    expect(maySuspend('q2', { ...record, credited: 'q2' }, office)).toBe(false)
  })
})
