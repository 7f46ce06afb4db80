import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { EventStore } from '@zhiyuan/runtime'
import { act, type Role } from './actor.ts'
import { parseEntry, printEntry, type Entry } from './history.ts'

/** Processes that use one store at the same time. */
export interface Crew {
  /** The `file:` URL of a script that opens the store and calls `takePart`. */
  readonly script: { readonly href: string }
  /** What the script is told, before what `takePart` reads itself. */
  readonly args: ReadonlyArray<string>
  readonly processes: number
  /** Of all processes together. */
  readonly operations: number
  readonly seed: number
}

/** Concurrent operations of one process. */
const actorsInProcess = 4

const ready = 'ready'

/** A process of a crew: waits until all are ready, acts, and prints its history. */
export const takePart = async (store: EventStore): Promise<void> => {
  const role = JSON.parse(process.argv.at(-1) ?? '') as Role
  console.log(ready)
  await once(process.stdin, 'data')
  process.stdin.destroy()
  const actors = Array.from({ length: actorsInProcess }, (_, n) => ({
    name: `${role.name}.${n}`,
    seed: role.seed + n,
    operations: Math.ceil(role.operations / actorsInProcess),
  }))
  await Promise.all(actors.map((actor) => act(store, actor, (entry) => console.log(printEntry(entry)))))
}

const member = ({ script, args }: Crew, role: Role) => {
  const child = spawn(process.execPath, [fileURLToPath(script.href), ...args, JSON.stringify(role)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const entries: Entry[] = []
  const ended = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new Error(`process ${role.name} ended with ${String(code)}`)
    return entries
  })
  const isReady = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line === ready) resolve()
      else entries.push(parseEntry(line))
    })
  })
  return { ended, isReady: Promise.race([isReady, ended]), go: () => child.stdin.end('go\n') }
}

/** Lets all processes of a crew act at once, and returns their history in the order of the questions. */
export const runCrew = async (crew: Crew): Promise<ReadonlyArray<Entry>> => {
  const members = Array.from({ length: crew.processes }, (_, n) =>
    member(crew, {
      name: `p${n}`,
      seed: crew.seed + 1000 * n,
      operations: Math.ceil(crew.operations / crew.processes),
    }),
  )
  await Promise.all(members.map(({ isReady }) => isReady))
  for (const { go } of members) go()
  const history = (await Promise.all(members.map(({ ended }) => ended))).flat()
  return history.sort((a, b) => (a.invokedAt < b.invokedAt ? -1 : 1))
}
