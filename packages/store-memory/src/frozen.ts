const freeze = (u: unknown): void => {
  if (typeof u !== 'object' || u === null) return
  for (const value of Object.values(u)) freeze(value)
  Object.freeze(u)
}

/** A copy that nobody can change: what a caller does to the original later does not reach the log. */
export const frozenCopy = <A>(value: A): A => {
  const copy = JSON.parse(JSON.stringify(value)) as A
  freeze(copy)
  return copy
}
