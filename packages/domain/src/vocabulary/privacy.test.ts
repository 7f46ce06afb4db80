import { describe, expect, it } from 'vitest'
import { closed, type AnyCodec } from '@zhiyuan/kernel'
import { slices } from '../slices.ts'

interface Leaf {
  readonly path: string
  readonly word: AnyCodec
}

/** Every codec at the end of a path, with the path. */
const listLeaves = (word: AnyCodec, path: string): ReadonlyArray<Leaf> => {
  const { shape } = word
  switch (shape.kind) {
    case 'record':
      return Object.entries(shape.fields).flatMap(([key, field]) => listLeaves(field, `${path}.${key}`))
    case 'variants':
      return Object.entries(shape.members).flatMap(([type, member]) => listLeaves(member, `${path} ${type}`))
    case 'one-record-of':
      return shape.members.flatMap((member) => listLeaves(member, path))
    case 'nullable':
    case 'list':
      return listLeaves(shape.of, path)
    case 'sections':
      return Object.entries(shape.known).flatMap(([name, fields]) => listLeaves(closed(fields), `${path}.${name}`))
    case 'integer':
    case 'text':
    case 'instant':
    case 'day':
    case 'boolean':
    case 'one-of':
      return [{ path, word }]
  }
}

const leaves = slices.flatMap(({ name, event }) => listLeaves(event, name))
const listNames = (kind: 'text' | 'integer'): ReadonlyArray<string> =>
  [...new Set(leaves.filter(({ word }) => word.shape.kind === kind).map(({ word }) => word.name))].sort()

/** Texts that a person might write about a person, a place or a home. */
const personalTexts = [
  '王秀英',
  'Wang Xiuying',
  '霸州市益津路 5 号',
  '腿脚不便，需要人陪',
  '138 0013 8000',
  '+86-13800138000',
  '39.1167, 116.3915',
  'someone@example.org',
]

/** Public names only: a unit, a body, a team, a document, a source, the receiver of a referral. */
const publicNames = [
  /^units (UnitOpened|UnitRenamed|BodyRegistered)\.name$/,
  /^team TeamFounded\.name$/,
  /^policy PolicyAdopted\.document\.(number|issuer|title)$/,
  /^policy (CalendarYearAdopted|PopulationPublished)\.source$/,
  /^roster RosterAdopted\.source$/,
  /^need NeedReferred\.receiver$/,
]

describe('what an event can hold', () => {
  it('P1: the events of every slice are checked', () => {
    const looked = new Set(leaves.map(({ path }) => path.split(' ')[0]))
    expect([...looked]).toEqual(slices.map(({ name }) => name))
    expect(leaves.length).toBeGreaterThan(200)
  })
  it('P1: no codec but a public name accepts free text', () => {
    const takers = leaves.filter(
      ({ word }) => word.name !== 'PublicName' && personalTexts.some((text) => word.is(text)),
    )
    expect(takers.map(({ path }) => path)).toEqual([])
  })
  it('P1: public names occur only where a public thing has a name', () => {
    const named = leaves.filter(({ word }) => word.name === 'PublicName').map(({ path }) => path)
    expect(named.filter((path) => !publicNames.some((pattern) => pattern.test(path)))).toEqual([])
    expect(publicNames.filter((pattern) => !named.some((path) => pattern.test(path)))).toEqual([])
  })
  it('P1: texts are ids, codes and commitments: a new kind of text has to be added here on purpose', () => {
    const harmless =
      /(Id|No|Version|^Code|^Commitment|^Jurisdiction|^Role|^Specialty|^UnitCode|^PublicName|^TermName|^Hash|^ImageHash)$/
    expect(listNames('text').filter((name) => !harmless.test(name))).toEqual([])
  })
  it('P1: whole numbers are counts and lengths of time, never coordinates', () => {
    const counts = [
      'BurstSize',
      'CalendarYear',
      'CaseNumber',
      'Count',
      'Edition',
      'Hundredths',
      'Limit',
      'Minutes',
      'OffsetMinutes',
      'Percent',
      'Points',
      'PointsToSpend',
      'Rating',
      'Revision',
      'Round',
      'Seats',
      'StarLevel',
      'StreamVersion',
      'TermLength',
    ]
    expect(listNames('integer').filter((name) => !counts.includes(name))).toEqual([])
  })
  it('P1: no field has the name of something that belongs into the vault', () => {
    const banned =
      /^(phone|mobile|address|street|lat|latitude|lon|lng|longitude|coordinates?|geo|card|email|birth|birthday)$/
    const fields = leaves.map(({ path }) => path.slice(path.lastIndexOf('.') + 1))
    const splitWords = (field: string): ReadonlyArray<string> =>
      field.split(/(?=[A-Z])/).map((word) => word.toLowerCase())
    expect(fields.filter((field) => splitWords(field).some((word) => banned.test(word)))).toEqual([])
  })
  it('P1: a text that people write is stored as a reference with a commitment', () => {
    for (const [field, stream] of [
      ['description', 'need'],
      ['question', 'need'],
      ['answer', 'need'],
      ['comment', 'order'],
    ] as const) {
      const found = leaves.filter(({ path }) => path.startsWith(stream) && path.includes(`.${field}.`))
      expect(found.map(({ word }) => word.name)).toEqual(expect.arrayContaining(['TextId', 'Commitment']))
    }
  })
  it('N6: every event of a need or an order names it, so that its requester can follow', () => {
    for (const [stream, key] of [
      ['need', 'needId'],
      ['order', 'orderId'],
    ] as const) {
      const shape = slices.find(({ name }) => name === stream)?.event.shape
      const types = shape?.kind === 'variants' ? Object.entries(shape.members) : []
      expect(types.length).toBeGreaterThan(10)
      for (const [type, { shape: event }] of types)
        expect(event.kind === 'record' ? Object.keys(event.fields) : [], type).toContain(key)
    }
    expect(leaves.map(({ path }) => path)).toContain('order OrderPlaced.needId')
  })
})

describe('what a command and a policy can ask for', () => {
  const asked = slices.flatMap(({ name, command }) => listLeaves(command, name)).map(({ path }) => path)

  it('P8: no photo, no track, no time online and no rank is asked for', () => {
    const forbidden = /photo|picture|video|track|location|gps|online|rank(?!ing)|score/i
    expect(asked.filter((path) => forbidden.test(path))).toEqual([])
    expect(asked.length).toBeGreaterThan(300)
  })
  it('P7: no price, no payment and no advertisement is asked for or recorded: records are not used for business', () => {
    const business = /price|payment|pay|fee|advert|sponsor|discount|currency|yuan/i
    const words = [...asked, ...leaves.map(({ path }) => path)]
    expect(words.filter((path) => business.test(path))).toEqual([])
    expect(words.length).toBeGreaterThan(1000)
  })
  it('P7, P8: no value of a field has such a word either', () => {
    const codecs = slices.flatMap(({ name, command, event }) => [
      ...listLeaves(command, name),
      ...listLeaves(event, name),
    ])
    const values = codecs.flatMap(({ word: { shape } }) => (shape.kind === 'one-of' ? shape.values : []))
    expect(values.length).toBeGreaterThan(100)
    expect(values.filter((value) => /price|pay|fee|advert|photo|video|track|gps/i.test(value))).toEqual([])
  })
})
