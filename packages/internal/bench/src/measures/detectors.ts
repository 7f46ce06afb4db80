import { isLeft } from 'fp-ts/lib/Either.js'
import { ruleSet, slices, type LedgerEnvelope } from '@zhiyuan/domain'
import { detect, detectors, type Detector } from '@zhiyuan/domain/detectors'
import { eventDecoder, unwrap, buildRegistry, type GlobalPosition, type Page } from '@zhiyuan/runtime'
import { openSqlite } from '@zhiyuan/store-sqlite'
import { benchLedger, writeLog } from '../log/write.ts'
import type { Measure, Prepared } from '../measure.ts'
import { scratch } from '../scratch.ts'

const size = { events: 100_000, volunteers: 10_000 }

const decode = eventDecoder(buildRegistry(slices), {}, { ...benchLedger, rules: ruleSet })

/** Reads the whole log, decoded. */
const readLog = async (file: string): Promise<ReadonlyArray<LedgerEnvelope>> => {
  const { events: store, projections } = await unwrap(openSqlite({ file }))
  const log: LedgerEnvelope[] = []
  for (let after: GlobalPosition | null = null, isOver = false; !isOver;) {
    const page: Page = await unwrap(store.readAll(after, 500))
    for (const recorded of page.events) {
      const answer = decode(recorded)
      if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
      // Events of the ledger's own slices were decoded.
      log.push(answer.right as unknown as LedgerEnvelope)
    }
    after = page.events.at(-1)?.position ?? after
    isOver = page.end
  }
  await store.close()
  await projections.close()
  return log
}

const nanoseconds = async (work: () => unknown): Promise<number> => {
  const begun = performance.now()
  await work()
  return ((performance.now() - begun) * 1_000_000) / size.events
}

const prepare = async (
  of: (file: string, log: ReadonlyArray<LedgerEnvelope>) => Readonly<Record<'floor' | 'value', () => unknown>>,
): Promise<Prepared> => {
  const place = scratch()
  const file = place.file('ledger.db')
  await writeLog(file, size, () => {})
  const { floor, value } = of(file, await readLog(file))
  return {
    round: async () => ({ floor: await nanoseconds(floor), value: await nanoseconds(value) }),
    done: () => Promise.resolve(place.remove()),
  }
}

/** Counts events by type: what a fold costs that keeps next to nothing. */
const countTypes = (log: ReadonlyArray<LedgerEnvelope>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { type } of log) counts.set(type, (counts.get(type) ?? 0) + 1)
  return counts
}

/** Looks through a log from its start; a refusal would be measured as if it were fast. */
const findAll = (log: ReadonlyArray<LedgerEnvelope>, by?: ReadonlyArray<Detector>): void => {
  const found = detect(log, by)
  if (isLeft(found)) throw new Error(JSON.stringify(found.left))
}

const measureOne = (detector: Detector): Measure => ({
  name: `detector ${detector.name}`,
  unit: 'ns/event',
  floor: 'a fold over the same events that counts them by type',
  target: null,
  rounds: 5,
  prepare: () => prepare((_file, log) => ({ floor: () => countTypes(log), value: () => findAll(log, [detector]) })),
})

export const detections: ReadonlyArray<Measure> = [
  {
    name: 'all detectors in one pass',
    unit: 'ns/event',
    floor: 'reading and decoding the same events',
    target: { kind: 'atMost', bound: 0.5 },
    rounds: 5,
    prepare: () => prepare((file, log) => ({ floor: () => readLog(file), value: () => findAll(log) })),
  },
  ...detectors.map(measureOne),
]
