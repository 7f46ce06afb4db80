/** A check between the terms of a section has no shape. The lock pins it by the terms of these samples that it refuses. */
import type { AnyCodec } from '@zhiyuan/kernel'
import { canonicalText } from '../canonical.ts'
import { digestText, type Line } from './line.ts'

/** The part of a policy's section that the lock needs. */
export interface CheckedSection {
  readonly name: string
  readonly fields: Readonly<Record<string, AnyCodec>>
  readonly absent: object
  readonly check: (terms: never) => { readonly term: string; readonly expected: string } | null
}

type Values = ReadonlyArray<unknown>

/** Every list of that length from these values. */
const lists = (of: Values, length: number): ReadonlyArray<Values> =>
  length === 0 ? [[]] : lists(of, length - 1).flatMap((list) => of.map((one) => [...list, one]))

/** A few values of a codec, its ends among them. */
const listEdges = (codec: AnyCodec): Values => {
  const { shape } = codec
  const sampleValues = (): Values => {
    switch (shape.kind) {
      case 'integer':
        return [shape.min, shape.min + 1, shape.max]
      case 'text':
        return ['a', 'b', '1']
      case 'instant':
        return ['1900', '2020', '2199'].map((year) => `${year}-01-01T00:00:00.000Z`)
      case 'day':
        return ['1900-01-01', '2020-01-01', '2199-01-01']
      case 'boolean':
        return [false, true]
      case 'one-of':
        return shape.values
      case 'nullable':
        return [null, ...listEdges(shape.of)]
      case 'list':
        return [0, 1, 2, 3].flatMap((length) => lists(listEdges(shape.of).slice(0, 4), length))
      case 'record':
        return recordEdges(Object.entries(shape.fields))
      case 'one-record-of':
      case 'variants':
        return Object.values(shape.members).flatMap(listEdges)
      case 'sections':
        return [{}]
    }
  }
  return sampleValues().filter(codec.is)
}

/** Each value of each field once, beside the first ones of the others. */
const recordEdges = (fields: ReadonlyArray<readonly [string, AnyCodec]>): Values => {
  const values = fields.map(([key, codec]) => [key, listEdges(codec)] as const)
  const first = Object.fromEntries(values.map(([key, [one]]) => [key, one]))
  return values.flatMap(([key, all]) => all.map((one) => ({ ...first, [key]: one })))
}

/** Terms that are refused: one alone, else two together. */
const listRefused = ({ fields, absent, check }: CheckedSection): ReadonlyArray<string> => {
  const refusal = (said: object): string | null => {
    const fault = check({ ...absent, ...said } as never)
    return fault === null ? null : `${canonicalText(said)} ${fault.term}: ${fault.expected}`
  }
  const alone = Object.entries(fields).flatMap(([key, codec]) => listEdges(codec).map((value) => ({ [key]: value })))
  const well = alone.filter((said) => refusal(said) === null)
  const pairs = well.flatMap((one, index) => well.slice(index + 1).map((other) => ({ ...one, ...other })))
  return [...alone, ...pairs].flatMap((said) => refusal(said) ?? [])
}

/** A line for each section under the number of the rule set: another check is another rule. A new term that no check looks at changes no line. */
export const checkLines = (ruleSet: number, sections: ReadonlyArray<CheckedSection>): ReadonlyArray<Line> =>
  sections.map((section) => {
    const refused = listRefused(section)
    const wanted = new Set(refused.map((one) => one.slice(one.indexOf('} ') + 2)))
    return {
      key: `answers ${section.name}@${ruleSet} over terms`,
      digest: digestText(refused.join('\n')),
      text: refused.length === 0 ? 'refuses none' : `refuses ${refused.length} (${[...wanted].join('; ')})`,
    }
  })
