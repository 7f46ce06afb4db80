import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'

/** What a column of JSON says; `where` names it when it says nothing. */
export const storedJson = (text: unknown, where: () => string): unknown => {
  try {
    return JSON.parse(String(text))
  } catch {
    throw new StoreFailure(damaged('damagedFile', `no JSON in ${where()}`))
  }
}
