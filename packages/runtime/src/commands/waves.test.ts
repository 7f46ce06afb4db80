import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Admitted } from './decode-command.ts'
import { waves } from './execute.ts'

const batchOf = (streams: ReadonlyArray<number>): ReadonlyArray<Admitted> =>
  streams.map((stream) => ({ stream: `toy-${stream}` }) as unknown as Admitted)

const streamLists = fc.array(fc.nat(6), { maxLength: 60 })
const sizes = fc.integer({ min: 1, max: 10 })

describe('waves', () => {
  it('hold every command once, a stream at most once each, never more than their size', () => {
    fc.assert(
      fc.property(streamLists, sizes, (streams, size) => {
        const made = waves(batchOf(streams), size)
        expect(made.flat().toSorted((a, b) => a - b)).toEqual(streams.map((_, index) => index))
        for (const wave of made) {
          expect(wave.length).toBeLessThanOrEqual(size)
          expect(new Set(wave.map((place) => streams[place])).size).toBe(wave.length)
        }
      }),
    )
  })

  it('keep the commands of one stream in order', () => {
    fc.assert(
      fc.property(streamLists, sizes, (streams, size) => {
        const order = waves(batchOf(streams), size).flat()
        for (const stream of new Set(streams)) {
          const own = order.filter((place) => streams[place] === stream)
          expect(own).toEqual(own.toSorted((a, b) => a - b))
        }
      }),
    )
  })

  it('are one when all streams differ and there is room', () => {
    expect(waves(batchOf([1, 2, 3]), 10)).toEqual([[0, 1, 2]])
    expect(waves(batchOf([1, 1, 2, 1]), 10)).toEqual([[0, 2], [1], [3]])
  })
})
