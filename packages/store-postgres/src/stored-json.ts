import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'

/** What a column of JSON says; `where` names it when it says nothing. */
export const storedJson = (text: string, where: () => string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new StoreFailure(damaged('damaged', `no JSON in ${where()}`))
  }
}
