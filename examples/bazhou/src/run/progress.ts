import { beijingDateTime, count, say } from '../screens/say.ts'

/** Prints a line at once, and then one every two seconds. */
export const progress = () => {
  const started = performance.now()
  let shownAt = -Infinity
  const seconds = (): number => (performance.now() - started) / 1000
  return {
    seconds,
    tell: (at: string, of: { readonly needs: number; readonly events: number }): void => {
      if (seconds() - shownAt < 2) return
      shownAt = seconds()
      const done = `需求 needs ${count(of.needs).padStart(6)}  事件 events ${count(of.events).padStart(7)}`
      say(`  [${seconds().toFixed(1).padStart(5)} s] ${beijingDateTime(at)}  ${done}`)
    },
  }
}
