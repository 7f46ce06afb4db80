/** A key as a path names it. */
export const pathStep = (key: string): string =>
  /^\d+$/.test(key) ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
