import { StoreFailure } from '@zhiyuan/runtime/store'
import type { Envelope } from '@zhiyuan/kernel'
import { damaged } from './advice.ts'

/** What a column of JSON says; `where` names it when it says nothing. */
export const storedJson = (text: string, where: () => string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new StoreFailure(damaged('damaged', `no JSON in ${where()}`))
  }
}

/** A stored envelope: an object, whatever is in it; what it must say is looked at where it is decoded. */
export const storedEnvelope = (text: string, where: () => string): Envelope<unknown> => {
  const envelope = storedJson(text, where)
  if (typeof envelope === 'object' && envelope !== null && !Array.isArray(envelope))
    return envelope as Envelope<unknown>
  throw new StoreFailure(damaged('damaged', `no envelope in ${where()}`))
}
