/** Lines for people: Chinese, with English beside it. */
export const say = (line = ''): void => {
  console.log(line)
}

export const heading = (zh: string, en: string): void => {
  say(`\n━━ ${zh} · ${en}`)
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u

/** Columns on a terminal: a Chinese character takes two. */
const displayWidth = (text: string): number => [...text].reduce((sum, one) => sum + (wide.test(one) ? 2 : 1), 0)

export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))
const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(text))) + text

/** A table: the first column on the left, the others on the right. */
export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): void => {
  const widths = head.map((title, i) => Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[i] ?? ''))))
  for (const row of [head, ...rows]) {
    say(`  ${row.map((cell, i) => (i === 0 ? pad(cell, widths[i] ?? 0) : padStart(cell, widths[i] ?? 0))).join('  ')}`)
  }
}

/** 12,345 on every machine. */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** Hundredths as a decimal: 6667 → 66.67. Null is no data. */
export const decimal = (hundredths: number | null, unit = ''): string =>
  hundredths === null
    ? '–'
    : `${Math.trunc(hundredths / 100)}.${String(Math.abs(hundredths % 100)).padStart(2, '0')}${unit}`

/** Beijing's date and time of an instant. */
export const beijingDateTime = (at: string): string => {
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`
}

/** `61 h 30 min`. */
export const hours = (minutes: number): string => `${count(Math.floor(minutes / 60))} h ${minutes % 60} min`
