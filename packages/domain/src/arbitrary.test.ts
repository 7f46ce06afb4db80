import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { StreamName, type Slice, type Typed } from '@zhiyuan/kernel'
import { attemptDecider } from '@zhiyuan/testing'
import { arbitraryCommand, arbitraryEvent, arbitraryPolicy, sliceNames, type SliceName } from './arbitrary.ts'
import { policy } from './policy.ts'
import { people } from './fixtures/people.ts'
import { scene, world } from './fixtures/world.ts'
import { slices } from './slices.ts'

const all: ReadonlyArray<Pick<(typeof slices)[number], 'name'>> = slices
/** A slice without its own types: the union of all commands of all slices is too large for the compiler. */
const findSlice = (name: string) =>
  all.find((slice) => slice.name === name) as Slice<Typed, unknown, Typed, Typed> | undefined
const anyEvent = arbitraryEvent as (name: SliceName) => fc.Arbitrary<Typed>
const anyCommand = arbitraryCommand as (name: SliceName) => fc.Arbitrary<Typed>

describe('arbitraries of the domain', () => {
  it('cover every slice, by the category of its streams', () => {
    expect([...sliceNames].sort()).toEqual(slices.map(({ name }) => name).sort())
  })

  describe.each(sliceNames)('of %s', (name) => {
    const slice = findSlice(name)

    it('draw commands that decode, each for a stream of that category', () => {
      fc.assert(
        fc.property(anyCommand(name), (command) => {
          const stream = slice?.decider.stream(command, scene.jurisdiction as never)
          return slice?.command.is(command) && StreamName.is(stream) && stream.startsWith(`${name}-`)
        }),
        { numRuns: 100 },
      )
    })

    it('draw events that decode, of every type', () => {
      const drawn = fc.sample(anyEvent(name), { numRuns: 400, seed: 7 })
      expect(drawn.every((event) => slice?.event.is(event))).toBe(true)
      const shape = slice?.event.shape
      const types = shape?.kind === 'variants' ? Object.keys(shape.members) : []
      expect(new Set(drawn.map(({ type }) => type))).toEqual(new Set(types))
    })
  })

  it('G5: draw policies that may be adopted', () => {
    const decide = attemptDecider(policy, { world, scene: { ...scene, actor: people.admin } })
    fc.assert(
      fc.property(arbitraryPolicy, (drawn) => {
        const command = { type: 'AdoptPolicy', ...drawn } as const
        expect(decide(policy.decider.fold.initial, { command })).toMatchObject({ right: [{ type: 'PolicyAdopted' }] })
      }),
      { numRuns: 100 },
    )
  })
})
