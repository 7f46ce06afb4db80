import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ValidCommand } from './decode-command.ts'
import { splitBatches } from './execute.ts'

const makeCommands = (streams: ReadonlyArray<number>): ReadonlyArray<ValidCommand> =>
  streams.map((stream) => ({ stream: `toy-${stream}` }) as unknown as ValidCommand)

const streamLists = fc.array(fc.nat(6), { maxLength: 60 })
const sizes = fc.integer({ min: 1, max: 10 })

describe('batches', () => {
  it('hold every command once, a stream at most once each, never more than their size', () => {
    fc.assert(
      fc.property(streamLists, sizes, (streams, size) => {
        const made = splitBatches(makeCommands(streams), size)
        expect(made.flat().toSorted((a, b) => a - b)).toEqual(streams.map((_, index) => index))
        for (const batch of made) {
          expect(batch.length).toBeLessThanOrEqual(size)
          expect(new Set(batch.map((place) => streams[place])).size).toBe(batch.length)
        }
      }),
    )
  })

  it('keep the commands of one stream in order', () => {
    fc.assert(
      fc.property(streamLists, sizes, (streams, size) => {
        const order = splitBatches(makeCommands(streams), size).flat()
        for (const stream of new Set(streams)) {
          const own = order.filter((place) => streams[place] === stream)
          expect(own).toEqual(own.toSorted((a, b) => a - b))
        }
      }),
    )
  })

  it('are one when all streams differ and there is room', () => {
    expect(splitBatches(makeCommands([1, 2, 3]), 10)).toEqual([[0, 1, 2]])
    expect(splitBatches(makeCommands([1, 1, 2, 1]), 10)).toEqual([[0, 2], [1], [3]])
  })
})
