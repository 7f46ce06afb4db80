import type { StoreError } from '@zhiyuan/runtime'
import { StoreFailure } from '@zhiyuan/runtime/store'
import { busy, damaged, faulty, full } from './advice.ts'

const fileSystemIsCorrupt = 10 | (33 << 8)

const primaryCode = (why: Error): number => {
  const code = 'errcode' in why && typeof why.errcode === 'number' ? why.errcode : 0
  return code === fileSystemIsCorrupt ? 11 : code & 0xff
}

const errorCode = (why: Error): string => ('code' in why ? String(why.code) : '')

/** The port's error for an error code of the file system. */
const classifyFileError = (code: string, cause: string): StoreError | null => {
  switch (code) {
    case 'ERR_INVALID_STATE':
      return { type: 'StoreClosed' }
    case 'ENOSPC':
      return full(cause)
    case 'EACCES':
    case 'EPERM':
      return faulty('notAllowed', cause)
    case 'EROFS':
      return faulty('readOnly', cause)
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return faulty('longPath', cause)
    default:
      return null
  }
}

/** The port's error for a result code of SQLite. */
const classifySqliteError = (code: number, cause: string): StoreError => {
  switch (code) {
    case 5:
    case 6:
      return busy(cause)
    case 8:
      return faulty('readOnly', cause)
    case 11:
      return damaged('damagedFile', cause)
    case 13:
      return full(cause)
    case 14:
      return faulty('notOpened', cause)
    case 26:
      return damaged('otherFile', cause)
    default:
      return { type: 'StoreFault', cause }
  }
}

/** The port's error for an error of SQLite or of the file system. */
export const classifyError = (why: unknown): StoreError => {
  if (why instanceof StoreFailure) return why.error
  if (!(why instanceof Error)) return { type: 'StoreFault', cause: String(why) }
  return classifyFileError(errorCode(why), why.message) ?? classifySqliteError(primaryCode(why), why.message)
}
