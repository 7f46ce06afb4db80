/** The event codecs are the storage contract: a type is added, a released one is never edited. This pins them. */
import { describe, expect, it } from 'vitest'
import type { AnyCodec, Shape } from '@zhiyuan/kernel'
import { sections } from '../policy.ts'
import { slices } from '../slices.ts'

const membersOf = ({ shape }: AnyCodec): ReadonlyArray<readonly [string, AnyCodec]> =>
  shape.kind === 'variants' ? Object.entries(shape.members) : []

/** What a word allows, in one line; records and unions by their keys. */
const said = (shape: Shape): string => {
  switch (shape.kind) {
    case 'integer':
      return `${shape.min}..${shape.max}`
    case 'text':
      return `/${shape.pattern}/ at most ${shape.max}`
    case 'instant':
    case 'day':
    case 'boolean':
    // Which sections there are is no part of the event's shape: each term has a line of its own.
    case 'sections':
      return shape.kind
    case 'one-of':
      return shape.values.map((value) => `"${value}"`).join(' | ')
    case 'nullable':
      return `${said(shape.of.shape)} | null`
    case 'list':
      return `${shape.min}..${shape.max} of (${said(shape.of.shape)})`
    case 'record':
      return `{ ${Object.entries(shape.fields)
        .map(([key, of]) => `${key}: ${said(of.shape)}`)
        .join('; ')} }`
    case 'one-record-of':
      return shape.members.map((member) => said(member.shape)).join(' or ')
    case 'variants':
      return Object.values(shape.members)
        .map((member) => said(member.shape))
        .join(' or ')
  }
}

const fieldLines = ({ shape }: AnyCodec): ReadonlyArray<string> =>
  shape.kind === 'record'
    ? Object.entries(shape.fields)
        .filter(([key]) => key !== 'type')
        .map(([key, of]) => `  ${key}: ${said(of.shape)}`)
    : []

/** Adds every word below a codec, each once. */
const wordsBelow = (codec: AnyCodec, seen: Set<AnyCodec>): void => {
  if (seen.has(codec)) return
  seen.add(codec)
  const { shape } = codec
  const below =
    shape.kind === 'record'
      ? Object.values(shape.fields)
      : shape.kind === 'variants' || shape.kind === 'one-record-of'
        ? Object.values(shape.members)
        : shape.kind === 'list' || shape.kind === 'nullable'
          ? [shape.of]
          : shape.kind === 'sections'
            ? Object.values(shape.known).flatMap((fields) => Object.values(fields))
            : []
  for (const one of below) wordsBelow(one, seen)
}

/** A policy term, and what a policy means that says nothing of it. */
const termLines = sections.flatMap(({ name, fields, absent }) =>
  Object.entries<AnyCodec>(fields).map(
    ([key, { shape }]) =>
      `term ${name}.${key} ${said(shape)} absent ${JSON.stringify((absent as Readonly<Record<string, unknown>>)[key])}`,
  ),
)

const events = slices.flatMap((slice) =>
  membersOf(slice.event).map(([type, codec]) => ({ slice: slice.name, type, codec })),
)
const commands = slices.flatMap((slice) => membersOf(slice.command).map(([type]) => type))

describe('the words of the domain', () => {
  it('every released event and policy term keeps its shape: what is stored today is read for ever', async () => {
    const lines = events.flatMap(({ slice, type, codec }) => [`${slice} ${type}`, ...fieldLines(codec), ''])
    await expect([...lines, ...termLines, ''].join('\n')).toMatchFileSnapshot('./vocabulary.events.txt')
  })

  it('name an event and a command once over all slices, and nothing as both', () => {
    const types = [...events.map(({ type }) => type), ...commands]
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([])
    expect(types.filter((type) => !/^[A-Z][A-Za-z]{0,63}$/.test(type))).toEqual([])
  })

  it('have a name for every text and number in an event, one constraint to a name', () => {
    const all = new Set<AnyCodec>()
    for (const { event } of slices) wordsBelow(event, all)
    const byName = new Map<string, string>()
    for (const { name, shape } of all) {
      if (shape.kind !== 'text' && shape.kind !== 'integer') continue
      expect(name).toMatch(/^[A-Z][A-Za-z]+$/)
      expect(byName.get(name) ?? said(shape), name).toBe(said(shape))
      byName.set(name, said(shape))
    }
    expect(byName.size).toBeGreaterThan(20)
  })
})
