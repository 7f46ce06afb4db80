/** Tells the whole story to a ledger, and keeps its outcomes for the tests. */
import type { Digests, Ledger } from '@zhiyuan/ledger'
import { knownAt, type Known } from './expected.ts'
import { readFigures, readTables, knownInstant, type Figures } from './figures.ts'
import { play, stage, type Stage, type Stores, type Told } from './runner.ts'
import { story } from './story.ts'

/** A column of figures as computed before any later event. */
export interface Live {
  readonly shown: Awaited<ReturnType<typeof readFigures>>
  readonly whole: Figures
}

export interface Telling {
  readonly ledger: Ledger
  /** The outcomes of each row's deeds. */
  readonly rows: ReadonlyMap<number, ReadonlyArray<Told>>
  readonly live: ReadonlyMap<Known, Live>
  readonly digests: Digests
}

const columns = Object.keys(knownAt) as ReadonlyArray<Known>

const look = async (on: Stage, at: Known): Promise<Live> => {
  on.clock.set(knownInstant(at))
  await on.ledger.settle()
  return { shown: await readFigures(on.ledger, at), whole: await readTables(on.ledger, at) }
}

export const tellStory = async (stores: Stores): Promise<Telling> => {
  const on = await stage(stores)
  const rows = new Map<number, ReadonlyArray<Told>>()
  const live = new Map<Known, Live>()
  const waiting = [...columns]
  const lookUntil = async (time: string): Promise<void> => {
    while (waiting[0] !== undefined && knownAt[waiting[0]] < time) {
      const next = waiting.shift() as Known
      live.set(next, await look(on, next))
    }
  }
  for (const row of story) {
    await lookUntil(row.deeds[0]?.at ?? '')
    rows.set(row.row, await play(on, row))
  }
  await lookUntil('~')
  return { ledger: on.ledger, rows, live, digests: await on.ledger.digest() }
}
