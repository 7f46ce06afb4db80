/** A key as it is written in a path. */
export const pathStep = (key: string): string =>
  /^\d+$/.test(key) ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
