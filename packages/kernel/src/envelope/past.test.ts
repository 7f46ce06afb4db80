import { describe, expect, it } from 'vitest'
import { closed, decode, integer, literal, pastEdition, listRaises, text, widenedEdition } from '../index.ts'

interface MinutesBrand {
  readonly Minutes: unique symbol
}
interface PersonBrand {
  readonly Person: unique symbol
}
const person = text<PersonBrand>('Person', /^[a-z]+$/, 8)
const minutes = integer<MinutesBrand>('Minutes', 0, 600)
const Rested = closed({ type: literal('Rested'), by: closed({ person }), minutes })
const planted = { type: 'Rested', by: { person: 'ada' }, minutes: 30 } as const

describe('a past edition', () => {
  it('takes its planted event in plain strings and numbers, and types its upcast by the codec of that time', () => {
    const edition = pastEdition(Rested, { type: 'Rested', by: { person: 'ada' }, minutes: 30 }, (old) => {
      const known: typeof person._A = old.by.person
      return { ...old, by: known }
    })
    expect(decode(edition.codec)(edition.planted)).toMatchObject({ _tag: 'Right' })
    expect(edition.raise(edition.planted)).toEqual({ type: 'Rested', by: 'ada', minutes: 30 })
    expect(listRaises({ Rested: [widenedEdition(Rested, planted)] })['Rested']?.map((raise) => raise(planted))).toEqual(
      [planted],
    )
  })

  it('does not compile where the planted event has a misspelt field, lacks one, or has a value of another type', () => {
    const wrong = [
      // @ts-expect-error a field is misspelt
      widenedEdition(Rested, { type: 'Rested', by: { person: 'ada' }, minuets: 30 }),
      // @ts-expect-error a field is missing
      widenedEdition(Rested, { type: 'Rested', minutes: 30 }),
      // @ts-expect-error a text where a number belongs
      pastEdition(Rested, { ...planted, minutes: '30' }, (old) => old),
    ]
    for (const edition of wrong) expect(decode(edition.codec)(edition.planted)).toMatchObject({ _tag: 'Left' })
  })
})
