import { isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { decode, PersonId, UnitId } from '../index.ts'

const takes = (id: string): boolean => isRight(decode(PersonId)(id))

describe('an opaque id', () => {
  it('P6: is no valid ID-card number, of 18 or of 15 digits', () => {
    expect(['11010519491231002X', '11010519491231002x', '440524188001010014'].filter(takes)).toEqual([])
    expect(['130503670401001'].filter(takes)).toEqual([])
  })

  it('P6: is no mobile number, with or without the code of the country', () => {
    expect(['13800138000', '19912345678', '8613800138000'].filter(takes)).toEqual([])
  })

  it('P6: may be any other number: a wrong check digit, day, province or length says nothing about a person', () => {
    const others = [
      '110105194912310021',
      '11010519491331002X',
      '99010519491231002X',
      '130503671301001',
      '12345678901',
      '23800138000',
      '138001380001',
      '131081104201',
      'p-13800138000',
    ]
    expect(others.filter(takes)).toEqual(others)
  })

  it('P6: is refused with its path, and not repeated in the answer', () => {
    const refused = decode(UnitId)('13800138000')
    expect(refused).toMatchObject({
      left: { issues: [{ path: '$', expected: 'UnitId: no ID-card or mobile number' }] },
    })
    expect(JSON.stringify(refused)).not.toContain('13800138000')
    expect(decode(UnitId)('a b')).toMatchObject({ left: { issues: [{ path: '$', expected: 'UnitId' }] } })
  })
})
