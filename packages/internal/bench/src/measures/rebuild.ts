import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeLog } from '../log/write.ts'
import type { Measure, Prepared } from '../measure.ts'
import { scratch } from '../scratch.ts'

const volunteers = 100_000
const million = 1_000_000
/** The heap is limited so that the whole process stays under 512 MB. */
const held = ['--max-old-space-size=320']

const inOwnProcess = <A>(
  script: string,
  args: ReadonlyArray<string>,
  execArgv: ReadonlyArray<string> = [],
): Promise<A> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(`../rebuild/${script}`, import.meta.url)), args, {
      execArgv: [...execArgv],
    })
    let answer: A | null = null
    child.on('message', (message) => {
      answer = message as A
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (answer === null) reject(new Error(`${script} ended with ${code} and no answer`))
      else resolve(answer)
    })
  })

interface Rebuilt {
  readonly seconds: number
  readonly peakMemoryMB: number
}

const places = () => {
  const place = scratch()
  const log = place.file('ledger.db')
  let rows = 0
  return {
    log,
    rebuild: async (): Promise<Rebuilt> => {
      const file = place.file(`rows-${rows++}.db`)
      const rebuilt = await inOwnProcess<Rebuilt>('rebuild.child.ts', [log, file], held)
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
      return rebuilt
    },
    raw: () => inOwnProcess<{ readonly seconds: number; readonly events: number }>('raw.child.ts', [log]),
    done: () => Promise.resolve(place.remove()),
  }
}

const rate = (events: number, { seconds }: { readonly seconds: number }): number => events / seconds

const rebuildOneMillion = async (say: (line: string) => void): Promise<Prepared> => {
  const { log, rebuild, raw, done } = places()
  say('writing 1 million events of 100,000 volunteers')
  await writeLog(log, { events: million, volunteers }, say)
  return {
    round: async () => {
      const floor = rate(million, await raw())
      const rebuilt = await rebuild()
      say(`peak memory ${Math.round(rebuilt.peakMemoryMB)} MB`)
      return { value: rate(million, rebuilt), floor }
    },
    done,
  }
}

const peakAtOneMillion = async (say: (line: string) => void): Promise<Prepared> => {
  const { log, rebuild, done } = places()
  await writeLog(log, { events: million, volunteers }, say)
  return { round: async () => ({ value: (await rebuild()).peakMemoryMB, floor: null }), done }
}

/** A county ten times as big: ten times the events, of ten times the volunteers. It must not take much more than ten times as long. */
const tenfold = async (say: (line: string) => void): Promise<Prepared> => {
  const one = places()
  const ten = places()
  say('writing 1 million and 10 million events')
  await writeLog(one.log, { events: million, volunteers }, say)
  await writeLog(ten.log, { events: 10 * million, volunteers: 10 * volunteers }, say)
  return {
    round: async () => {
      const small = await one.rebuild()
      const large = await ten.rebuild()
      say(`10 million: ${Math.round(large.seconds)} s, peak memory ${Math.round(large.peakMemoryMB)} MB`)
      return { value: large.seconds, floor: small.seconds }
    },
    done: async () => {
      await one.done()
      await ten.done()
    },
  }
}

export const rebuilds: ReadonlyArray<Measure> = [
  {
    name: 'SQLite, both views rebuilt from 1 M events, 100,000 volunteers',
    unit: 'events/s',
    floor: 'raw pages + JSON.parse of the same file',
    target: { kind: 'atLeast', bound: 0.3 },
    rounds: 5,
    prepare: rebuildOneMillion,
  },
  {
    name: 'SQLite, peak memory of that rebuild',
    unit: 'MB',
    floor: '–',
    target: { kind: 'atMost', bound: 512 },
    rounds: 1,
    prepare: peakAtOneMillion,
  },
  {
    name: 'SQLite, both views rebuilt from 10 M events, 1,000,000 volunteers',
    unit: 's',
    floor: 'the same from 1 M',
    target: { kind: 'atMost', bound: 12 },
    rounds: 1,
    long: true,
    prepare: tenfold,
  },
]
