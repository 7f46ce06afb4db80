import type { StoreError } from '@zhiyuan/runtime'
import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'

/** SQLSTATE of an error that the server reported; null for errors that did not come from the server. */
const sqlState = (why: unknown): string | null => {
  if (!(why instanceof Error) || !('code' in why) || typeof why.code !== 'string') return null
  return /^[0-9A-Z]{5}$/.test(why.code) && 'severity' in why ? why.code : null
}

const errorMessage = (why: unknown): string => (why instanceof Error && why.message !== '' ? why.message : String(why))

/** The connection is lost or closing, there was none to be had, or it leads to a server that is read-only now. */
const isConnectionLost = (state: string | null): boolean => state === null || /^(08|57P0|25P0[34]$|25006$)/.test(state)

/** Contention: a lock not granted in time, a deadlock, too many connections. */
const isConflict = (state: string | null): boolean => state !== null && /^(40001|40P01|55P03|53300)$/.test(state)

/** The client side cannot log in: no password where one is required, or TLS where the server has none. A retry does not help. */
const isMisconfigured = (why: unknown): boolean => /^(SASL|The server does not support SSL)/.test(errorMessage(why))

/** Whether a retry may succeed; nothing was written. */
export const isPassing = (why: unknown): boolean => {
  if (why instanceof StoreFailure || why instanceof TypeError || why instanceof RangeError) return false
  if (isMisconfigured(why)) return false
  const state = sqlState(why)
  return isConnectionLost(state) || isConflict(state)
}

/** Whether the connection can still be used after this. */
export const isUsable = (why: unknown): boolean => why instanceof StoreFailure || !isConnectionLost(sqlState(why))

/** The port's error for each SQLSTATE. */
export const classifyError = (why: unknown): StoreError => {
  if (why instanceof StoreFailure) return why.error
  const state = sqlState(why)
  const cause = errorMessage(why)
  if (state === null) return { type: 'StoreFault', cause }
  if (state === '53100') return { type: 'StoreFull', cause }
  if (/^(XX00[12]|42P01|42703|3F000)$/.test(state)) return damaged('damaged', `${state} ${cause}`)
  return { type: 'StoreFault', cause: `${state} ${cause}` }
}
