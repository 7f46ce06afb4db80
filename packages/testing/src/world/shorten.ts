/** Shortens a list that fails (delta debugging, Zeller and Hildebrandt 2002): parts are left out as long as what is left fails alike. */

/** So often a shorter list is tried. */
const mostTries = 400

/** The shortest list that was found to fail; `fails` is asked of parts of the list, in their order. */
export const shorten = <T>(
  list: ReadonlyArray<T>,
  fails: (part: ReadonlyArray<T>) => boolean,
  tries = mostTries,
): ReadonlyArray<T> => {
  let left = list
  let spent = 0
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let end = left.length; end > 0 && spent < tries; end -= size) {
      const part = [...left.slice(0, Math.max(0, end - size)), ...left.slice(end)]
      spent++
      if (fails(part)) left = part
    }
  }
  return left
}
