import type { StoreError } from '../ports/ports.ts'

/** Carries a store's typed error out of unfinished work, so that its transaction is rolled back on the way. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure'
  readonly error: StoreError

  constructor(error: StoreError) {
    super(error.type)
    this.error = error
  }
}
