import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'

/** The value of a JSON column; `where` names the column when its text is not JSON. */
export const storedJson = (text: string, where: () => string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new StoreFailure(damaged('damaged', `no JSON in ${where()}`))
  }
}
