const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** Negative, zero or positive as a comes before, is, or comes after b in order of code points: the order of rows in every store. */
export const byCodePoint = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const x = a.charCodeAt(index)
    const y = b.charCodeAt(index)
    // A surrogate stands for a code point above every other UTF-16 unit.
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}
