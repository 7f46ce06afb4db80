/** A county to draw histories from: its ledger with every slice and process, how it began, and what its people may do, honest or not. */
import { processes } from '../processes/index.ts'
import { slices } from '../slices.ts'
import { strangers, units } from './people.ts'
import { served } from './scenes/served.ts'
import { setUp } from './set-up.ts'

export type * from './scene.ts'

/**
 * The county of `playWorld` and `holdsInWorld` in `@zhiyuan/testing`. An embedder puts slices, processes and scenes of their own beside those
 * of the county.
 *
 * @example
 * const county = countyWorld()
 * holdsInWorld({ ...county, slices: [...county.slices, tools], scenes: [...county.scenes, lending] }, [noToolLost])
 */
export const countyWorld = () => ({
  slices,
  processes,
  scene: { slices, jurisdiction: units.city, now: '2020-04-01T01:00:00.000Z' },
  setUp,
  scenes: [served],
  strangers,
})
