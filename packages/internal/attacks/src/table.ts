/** One run: every attack and every honest day, by one policy. */
import { nationalDefaultPolicy, type CompletePolicy } from '@zhiyuan/ledger'
import { digest, namePolicy, type Attacked } from './digest.ts'
import { honestDays } from './honest/index.ts'
import { runDay, type HonestLine } from './honest/honest.ts'
import { attacks } from './plays/index.ts'
import { runAttack, type Line } from './run.ts'

export interface Table {
  readonly lines: ReadonlyArray<Line>
  readonly honest: ReadonlyArray<HonestLine>
  readonly attacked: Attacked
  readonly digest: string
}

/** Plays everything, one after the other; `tell` hears of each line. */
export const runTable = async (
  tell: (words: string) => void,
  policy: CompletePolicy = nationalDefaultPolicy,
): Promise<Table> => {
  const lines: Line[] = []
  for (const attack of attacks) {
    const line = await runAttack(attack, { policy })
    lines.push(line)
    tell(`${line.ending} · ${line.id}`)
  }
  const honest: HonestLine[] = []
  for (const day of honestDays) {
    honest.push(await runDay(day))
    tell(`· ${day.id}`)
  }
  const attacked = namePolicy(policy)
  return { lines, honest, attacked, digest: digest({ lines, honest, attacked }) }
}
