import type { Entry } from './history.ts'

const nameOutcome = ({ kind, answer }: Entry): string => ('right' in answer ? kind : `${kind}: ${answer.left.type}`)

/** How many operations of each kind and outcome a history has, in one line. */
export const describeHistory = (name: string, seed: number, history: ReadonlyArray<Entry>): string => {
  const counts: Record<string, number> = {}
  for (const entry of history) counts[nameOutcome(entry)] = (counts[nameOutcome(entry)] ?? 0) + 1
  const sorted = Object.fromEntries(Object.entries(counts).sort())
  return `${name}: SEED=${seed}, ${history.length} operations: ${JSON.stringify(sorted)}`
}
