// `npm start`: Bazhou, April to November 2020, on an embedded SQLite file or, with DATABASE_URL, on PostgreSQL; with EVENTSTOREDB_URL the events lie there; `--memory` keeps all in memory.
import type { Instant, LocalDay } from '@zhiyuan/kernel'
import { openLedger, type Ledger } from '@zhiyuan/ledger'
import { LedgerFault, manualClock, seededRandomness, type ManualClock } from '@zhiyuan/runtime'
import { readOptions, type Options } from './options.ts'
import { peakMemoryMB, simulated, whyUnwritable, writeReport } from './report.ts'
import { compareCorrection } from './run/correction.ts'
import { previewNeeds, type Needs } from './run/needs.ts'
import { replayStores, replayInOwnProcess } from './run/replay.ts'
import { openStores, choosePlace, type Place, type Stores, type Taken } from './run/stores.ts'
import { tellScenes } from './run/told-scenes.ts'
import { begins, runYear, type YearRun } from './run/year.ts'
import { showAssessment } from './screens/assessment.ts'
import { showDispatch } from './screens/dispatch.ts'
import { showImported, showPreview } from './screens/imported.ts'
import { showTimeline } from './screens/order.ts'
import { showReplay } from './screens/replay.ts'
import { showSale } from './screens/sale.ts'
import { showScenes } from './screens/scenes.ts'
import { count, say } from './screens/say.ts'
import { showStars } from './screens/stars.ts'
import { importNeeds } from './simulation/run.ts'
import { administrator } from './world/people.ts'
import { cityCode } from './world/units.ts'

const log = 'bazhou-2020'
const period = { from: '2020-04-01' as LocalDay, to: '2020-12-01' as LocalDay }
const started = performance.now()

const openSimulated = (stores: Stores, clock: ManualClock, seed: string): Promise<Ledger> =>
  openLedger({
    ports: { ...stores, clock, random: seededRandomness(seed) },
    log,
    jurisdiction: cityCode,
    create: { administrator: administrator.person },
    exclusive: true,
  })

/** Shows the results of the year, screen by screen. */
const tellStory = async (ledger: Ledger, year: YearRun, needs: Needs, now: Instant) => {
  const { soFar, witness, scheme, scenes, world } = year
  const names = new Map(world.units.map(({ code, name }) => [code, name] as const))
  const imported = { ...soFar.imported, rows: needs.plan.rows }
  showImported(imported, await importNeeds(ledger, needs.plan))
  const order = witness.richestOrder()
  const steps = order === null ? null : await ledger.timeline({ needId: order.needId })
  if (order !== null && steps !== null) showTimeline(order.orderId, steps)
  const choice = witness.hardestChoice()
  if (choice !== null) showDispatch(choice)
  const told = await tellScenes(ledger, scenes, witness.ofTheScenes())
  showScenes(told)
  const stars = await ledger.starTable({ knownAt: now })
  showStars(stars)
  const assessment = await ledger.assessment({ ...period, knownAt: now })
  showAssessment(assessment, names)
  const events = witness.ofTheSale()
  const correction = scheme === null ? null : await compareCorrection(ledger, { scheme, events, period, now })
  if (correction !== null) showSale(correction)
  const counts = { referred: witness.referred(), served: witness.served(), presences: witness.presences() }
  return { imported, stars, assessment, correction, scenes: told, ...counts }
}

const countEvents = async (ledger: Ledger): Promise<number> => {
  let events = 0
  let position: Parameters<Ledger['read']>[0] = null
  for (;;) {
    const page = await ledger.read(position, 5000)
    events += page.events.length
    if (page.end) return events
    position = page.position
  }
}

const run = async (options: Options, place: Place): Promise<boolean> => {
  say('志愿账本 · Zhiyuan Ledger — 霸州 Bazhou, 2020')
  say('  诉求为旧金山 311 真实公开数据，映射到霸州；志愿者、队伍、服务、名册均为模拟')
  say(
    '  requests are real San Francisco 311 data, mapped to Bazhou; volunteers, teams, service and rosters are simulated',
  )
  const { json, seed } = options
  const needs = previewNeeds(options)
  showPreview(needs)
  const clock = manualClock(begins)
  const stores = await openStores(place, true)
  const ledger = await openSimulated(stores, clock, seed)
  const year = await runYear(ledger, clock, needs, seed)
  const told = await tellStory(ledger, year, needs, clock.now())
  const events = await countEvents(ledger)
  const digest = await ledger.digest()
  // A store in memory ends with this process; a process of its own replays any other store.
  const here = place.store === 'memory' ? await replayStores(stores, log, clock.now()) : null
  await ledger.close()
  const { replayed: again, peakMemoryMB: replayMB } = here ?? (await replayInOwnProcess(place, log, clock.now()))
  showReplay(events, digest, again)
  const { imported, ...figures } = told
  const seconds = Math.round((performance.now() - started) / 100) / 10
  const peak = Math.max(peakMemoryMB(), replayMB)
  say(`\n  ${count(events)} 个事件 events, ${seconds} s, 内存峰值 peak memory ${peak} MB`)
  if (json !== null) {
    const { rows, new: fresh, existing, refused } = imported
    const { referred, served, presences, stars, assessment, scenes, correction } = figures
    const counted = { rows, new: fresh, existing, refused, referred, served, presences }
    writeReport(json, {
      simulated,
      ...counted,
      events,
      digest,
      stars,
      assessment,
      scenes,
      correction,
      seconds,
      peakMemoryMB: peak,
    })
    say(`  写入 written to ${json}`)
  }
  return digest.log === again.log && digest.rows === again.rows && again.findings.length === 0
}

const options = readOptions(process.argv.slice(2))
if ('say' in options) {
  ;(options.code === 0 ? console.log : console.error)(options.say)
  process.exit(options.code)
}
// An unwritable report is refused before the year begins, not after it.
const unwritable = options.json === null ? null : whyUnwritable(options.json)
if (unwritable !== null) {
  console.error(`--json: 无法写入 cannot be written: ${unwritable}`)
  process.exit(2)
}
let taken: Taken | null = null
try {
  const found = await choosePlace(options)
  if ('taken' in found) {
    console.error(`--db: ${found.taken} 已存在，请换一个名字 exists already; choose another name`)
    process.exit(2)
  }
  taken = found
  process.exitCode = (await run(options, taken.place)) ? 0 : 1
} catch (error) {
  console.error(error instanceof LedgerFault ? `账本故障 ledger fault: ${error.message}` : error)
  process.exitCode = 1
} finally {
  await taken?.remove()
}
