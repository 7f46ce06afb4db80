import * as E from 'fp-ts/lib/Either.js'
import { decode, parseJson } from '@zhiyuan/kernel'
import { SubmitNeed } from '@zhiyuan/domain/requests'
import { keyedHashes, Mapping, preview, type ImportPlan } from '@zhiyuan/import'
import { dataFile } from '../world/units.ts'
import type { Options } from '../options.ts'
import type { Sorted } from '../simulation/cast.ts'

/** The requests as they will enter, with the class of each. */
export interface Needs {
  readonly plan: ImportPlan<SubmitNeed>
  readonly sorted: ReadonlyMap<string, Sorted>
  readonly mapping: Mapping
}

const rightOr = <A>(what: string, outcome: E.Either<unknown, A>): A => {
  if (E.isLeft(outcome)) throw new Error(`${what}: ${JSON.stringify(outcome.left)}`)
  return outcome.right
}

const readMapping = (): Mapping =>
  rightOr('sf311.mapping.json', E.flatMap(decode(Mapping))(parseJson(dataFile('sf311.mapping.json'))))

/** At most `most` of them, evenly over all. */
const takeEvenly = <A>(all: ReadonlyArray<A>, most: number): ReadonlyArray<A> =>
  all.length <= most
    ? all
    : Array.from({ length: most }, (_, n) => all[Math.floor((n * all.length) / most)]).filter(
        (one) => one !== undefined,
      )

/** Reads the requests `scale` times; every copy has ids of its own. Nothing is written. */
export const previewNeeds = ({ scale, needs, seed }: Pick<Options, 'scale' | 'needs' | 'seed'>): Needs => {
  const mapping = readMapping()
  const csv = dataFile('sf311_requests.csv')
  const copies = Array.from({ length: scale }, (_, copy) =>
    rightOr(
      'sf311_requests.csv',
      preview({ csv, mapping, command: SubmitNeed, keyed: keyedHashes(`bazhou-import-key ${seed} ${copy}`) }),
    ),
  )
  const all = copies.flatMap((copy) => copy.planned).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const planned = takeEvenly(all, needs ?? all.length)
  const refused = copies.flatMap((copy) => copy.refused)
  return {
    mapping,
    plan: { rows: planned.length + refused.length, planned, refused },
    sorted: new Map(planned.map(({ command, class: name, refer }) => [command.needId, { class: name, refer }])),
  }
}
