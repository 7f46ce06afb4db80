/** The names of events and commands. `vocabulary.lock` pins the shapes of events and terms, and a gate compares it. */
import { describe, expect, it } from 'vitest'
import type { AnyCodec } from '@zhiyuan/kernel'
import { slices } from '../slices.ts'

const listMembers = ({ shape }: AnyCodec): ReadonlyArray<readonly [string, AnyCodec]> =>
  shape.kind === 'variants' ? Object.entries(shape.members) : []

/** Adds every codec inside a codec, each once. */
const listCodecs = (codec: AnyCodec, seen: Set<AnyCodec>): void => {
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
  for (const one of below) listCodecs(one, seen)
}

const events = slices.flatMap((slice) => listMembers(slice.event).map(([type]) => type))
const commands = slices.flatMap((slice) => listMembers(slice.command).map(([type]) => type))

describe('the names of the domain', () => {
  it('are unique over all slices, also between events and commands', () => {
    const types = [...events, ...commands]
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([])
    expect(types.filter((type) => !/^[A-Z][A-Za-z]{0,63}$/.test(type))).toEqual([])
  })

  it('cover every text and number in an event, each name with one constraint', () => {
    const all = new Set<AnyCodec>()
    for (const { event } of slices) listCodecs(event, all)
    const byName = new Map<string, string>()
    for (const { name, shape } of all) {
      if (shape.kind !== 'text' && shape.kind !== 'integer') continue
      expect(name).toMatch(/^[A-Z][A-Za-z]+$/)
      const constraint = JSON.stringify(shape)
      expect(byName.get(name) ?? constraint, name).toBe(constraint)
      byName.set(name, constraint)
    }
    expect(byName.size).toBeGreaterThan(20)
  })
})
