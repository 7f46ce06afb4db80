import { damaged } from './advice.ts'
import { StoreFailure } from './store-failure.ts'

/** What a column of JSON says; `where` names it when it says nothing. */
export const storedJson = (text: unknown, where: () => string): unknown => {
  try {
    return JSON.parse(String(text))
  } catch {
    throw new StoreFailure(damaged('damagedFile', `no JSON in ${where()}`))
  }
}
