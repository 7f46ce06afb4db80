import type { Entry } from './history.ts'

const outcomeOf = ({ kind, answer }: Entry): string => ('right' in answer ? kind : `${kind}: ${answer.left.type}`)

/** How many operations of each kind and outcome a history has, in one line. */
export const toldOfHistory = (name: string, seed: number, history: ReadonlyArray<Entry>): string => {
  const counts: Record<string, number> = {}
  for (const entry of history) counts[outcomeOf(entry)] = (counts[outcomeOf(entry)] ?? 0) + 1
  const sorted = Object.fromEntries(Object.entries(counts).sort())
  return `${name}: SEED=${seed}, ${history.length} operations: ${JSON.stringify(sorted)}`
}
