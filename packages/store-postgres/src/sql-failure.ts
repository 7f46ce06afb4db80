import type { StoreError } from '@zhiyuan/runtime'
import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'

/** SQLSTATE of an error that the server reported; null where it was not the server who spoke. */
const sqlState = (why: unknown): string | null => {
  if (!(why instanceof Error) || !('code' in why) || typeof why.code !== 'string') return null
  return /^[0-9A-Z]{5}$/.test(why.code) && 'severity' in why ? why.code : null
}

const errorMessage = (why: unknown): string => (why instanceof Error && why.message !== '' ? why.message : String(why))

/** The connection is gone or going, there was none to be had, or it leads to a server that only reads now. */
const isConnectionLost = (state: string | null): boolean => state === null || /^(08|57P0|25P0[34]$|25006$)/.test(state)

/** Others were in the way: lock not to be had in time, deadlock, too many connections. */
const isConflict = (state: string | null): boolean => state !== null && /^(40001|40P01|55P03|53300)$/.test(state)

/** This side does not know how to log in: no password where one is wanted, TLS where the server has none. No later moment mends it. */
const isMisconfigured = (why: unknown): boolean => /^(SASL|The server does not support SSL)/.test(errorMessage(why))

/** Whether the same may be done at another moment; nothing was written. */
export const isPassing = (why: unknown): boolean => {
  if (why instanceof StoreFailure || why instanceof TypeError || why instanceof RangeError) return false
  if (isMisconfigured(why)) return false
  const state = sqlState(why)
  return isConnectionLost(state) || isConflict(state)
}

/** Whether the connection can still be used after this. */
export const isUsable = (why: unknown): boolean => why instanceof StoreFailure || !isConnectionLost(sqlState(why))

/** SQLSTATEs in the words of the port. */
export const classifyError = (why: unknown): StoreError => {
  if (why instanceof StoreFailure) return why.error
  const [state, cause] = [sqlState(why), errorMessage(why)]
  if (state === null) return { type: 'StoreFault', cause }
  if (state === '53100') return { type: 'StoreFull', cause }
  if (/^(XX00[12]|42P01|42703|3F000)$/.test(state)) return damaged('damaged', `${state} ${cause}`)
  return { type: 'StoreFault', cause: `${state} ${cause}` }
}
