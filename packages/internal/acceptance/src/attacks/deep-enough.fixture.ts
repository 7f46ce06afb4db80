/** Laws over few random stories, which have to meet what they are about. */
import * as fc from 'fast-check'

const mostTimes = 5

/** Runs a law, and runs it anew while its stories have not met what it is about, five times at most. */
export const holdUntilMet = async <T>(
  law: fc.IAsyncProperty<T>,
  options: fc.Parameters<T>,
  isMet: () => boolean,
): Promise<void> => {
  for (let times = 0; times < mostTimes && (times === 0 || !isMet()); times++) await fc.assert(law, options)
}
