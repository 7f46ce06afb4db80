import { fromMillis, Instant, msPerMinute, toMillis } from '@zhiyuan/kernel'

const pattern = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d{1,3})?(Z|[+-]\d\d:?\d\d)$/

const offsetMinutes = (offset: string): number => {
  if (offset === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return offset.startsWith('-') ? -minutes : minutes
}

/** Reads a cell such as `2012-12-20 23:12:49+00:00`; null where it is no instant with an offset. */
export const parseInstant = (cell: string): Instant | null => {
  const found = pattern.exec(cell.trim())
  if (found === null) return null
  const [, day = '', time = '', fraction = '.000', offset = 'Z'] = found
  const local = `${day}T${time}${fraction.padEnd(4, '0')}Z`
  return Instant.is(local) ? fromMillis(toMillis(local) - offsetMinutes(offset) * msPerMinute) : null
}
