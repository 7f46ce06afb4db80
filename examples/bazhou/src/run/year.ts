import type { Ledger } from '@zhiyuan/ledger'
import type { Instant } from '@zhiyuan/kernel'
import type { ManualClock } from '@zhiyuan/runtime'
import { heading, say } from '../screens/say.ts'
import { agenda } from '../simulation/agenda.ts'
import { seededDraws } from '../simulation/chance.ts'
import type { Cast, Scenes } from '../simulation/cast.ts'
import { ticks } from '../simulation/hours.ts'
import { perform } from '../simulation/perform.ts'
import { runner, type YearSoFar } from '../simulation/run.ts'
import { findPair, planMistake } from '../simulation/scenes.ts'
import { cityCode } from '../world/units.ts'
import { buildWorldDeeds, type World } from '../world/setup.ts'
import type { Scheme } from '../simulation/fraud.ts'
import type { Needs } from './needs.ts'
import { progress } from './progress.ts'
import { saleCourse } from './sale.ts'
import { witness, type Witness } from './witness.ts'

/** Midnights of Beijing. */
export const begins = '2020-03-31T16:00:00.000Z' as Instant
const ends = '2020-11-30T16:00:00.000Z' as Instant
/** The evenings are published a week before they are sold. */
const dayOfSale = '2020-09-02T16:00:00.000Z' as Instant

const mondayOfMistake = '2020-07-05T16:00:00.000Z' as Instant

/** The plan's three steps (part 三 of the plan). */
const phases: ReadonlyArray<readonly [from: string, zh: string, en: string]> = [
  ['2020-03-31T16', '一、宣传发动（4月）', 'publicity and setting up, April'],
  ['2020-04-30T16', '二、组织实施（4月—10月）', 'service, April to October'],
  ['2020-10-31T16', '三、督导考核（11月）', 'assessment, November'],
]

export interface YearRun {
  readonly soFar: YearSoFar
  readonly witness: Witness
  readonly scheme: Scheme | null
  readonly scenes: Scenes
  readonly world: World
}

const buildWorld = async (ledger: Ledger, world: World): Promise<void> => {
  for (const batch of world.batches) {
    for (const outcome of await perform(ledger, batch)) {
      if (!outcome.ok) throw new Error(`the world: ${JSON.stringify(outcome.rejection)}`)
    }
  }
  await ledger.settle()
}

const buildCast = (seed: string, world: World, needs: Needs): Cast => {
  const bodyUnit = new Map(world.teams.map(({ body, unit }) => [body, unit]))
  const above = new Map(world.units.map(({ code, parent, level }) => [code, level === 'city' ? code : parent]))
  const parents = new Map(world.units.map(({ code, parent, level }) => [code, level === 'village' ? parent : code]))
  return {
    chance: seededDraws(seed),
    agenda: agenda(),
    teams: new Map(world.teams.map((team) => [team.id, team])),
    homeOf: world.homeOf,
    promised: new Map(),
    signing: new Map(),
    scenes: { urged: null, later: null, pair: findPair(world.teams, world.units) },
    sorted: needs.sorted,
    approvingUnit: (body) => parents.get(bodyUnit.get(body) ?? body) ?? cityCode,
    unitAbove: (body) => above.get(bodyUnit.get(body) ?? body) ?? cityCode,
    recordingUnit: (body) => bodyUnit.get(body) ?? body,
  }
}

/** Runs April to November 2020: needs come in, simulated people answer, the ledger settles at every tick. */
export const runYear = async (ledger: Ledger, clock: ManualClock, needs: Needs, seed: string): Promise<YearRun> => {
  const world = buildWorldDeeds(begins, seededDraws(seed))
  heading('八个月', 'eight months (volunteers, teams and service are simulated; requests are real)')
  const shown = progress()
  shown.tell(begins, { needs: 0, events: 0 })
  await buildWorld(ledger, world)
  const { position } = await ledger.read(null, 100_000)
  const cast = buildCast(seed, world, needs)
  const { pair } = cast.scenes
  if (pair !== null) planMistake(pair, mondayOfMistake).forEach((deed) => cast.agenda.plan(deed))
  const year = runner({ ledger, clock, cast, needs: needs.plan }, position)
  const sale = saleCourse(ledger, cast, world.units, dayOfSale)
  const eyes = witness(sale.scheme)
  const waiting = [...phases]
  for (const at of ticks(begins, ends)) {
    const [next] = waiting
    if (next !== undefined && at >= next[0]) {
      waiting.shift()
      say(`  ${next[1]} · ${next[2]}`)
    }
    for (const envelope of await year.tick(at)) {
      eyes.see(envelope)
      sale.see(envelope)
    }
    await sale.after(at)
    const { imported, events } = year.soFar()
    shown.tell(at, { needs: imported.new, events })
  }
  return { soFar: year.soFar(), witness: eyes, scheme: sale.scheme(), scenes: cast.scenes, world }
}
