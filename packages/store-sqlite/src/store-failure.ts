import type { StoreError } from '@zhiyuan/runtime'
import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'

const fileSystemIsCorrupt = 10 | (33 << 8)

const primaryCode = (why: Error): number => {
  const code = 'errcode' in why && typeof why.errcode === 'number' ? why.errcode : 0
  return code === fileSystemIsCorrupt ? 11 : code & 0xff
}

const hasCode = (why: Error, code: string): boolean => 'code' in why && why.code === code

/** SQLite's result codes, and those of the file system, in the words of the port. */
export const storeErrorOf = (why: unknown): StoreError => {
  if (why instanceof StoreFailure) return why.error
  if (!(why instanceof Error)) return { type: 'StoreFault', cause: String(why) }
  if (hasCode(why, 'ERR_INVALID_STATE')) return { type: 'StoreClosed' }
  if (hasCode(why, 'ENOSPC')) return { type: 'StoreFull', cause: why.message }
  switch (primaryCode(why)) {
    case 5:
    case 6:
      return { type: 'StoreBusy', waitedMs: 0, cause: why.message }
    case 11:
      return damaged('damagedFile', why.message)
    case 13:
      return { type: 'StoreFull', cause: why.message }
    case 26:
      return damaged('otherFile', why.message)
    default:
      return { type: 'StoreFault', cause: why.message }
  }
}
