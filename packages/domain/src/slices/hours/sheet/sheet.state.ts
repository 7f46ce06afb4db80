import type { Fold } from '@zhiyuan/kernel'
import type { SheetApproved, SheetEntered, SheetEvent, SheetRejected, SheetReturned } from './sheet.codec.ts'

/** What was entered: the last edition, and all of them, so that an older command is recognised. */
export interface SheetFacts {
  readonly entered: SheetEntered
  readonly editions: ReadonlyArray<SheetEntered>
  /** The returns of earlier editions; their records are withdrawn. */
  readonly returns: ReadonlyArray<SheetReturned>
}
export type Entered = SheetFacts & { readonly type: 'Entered' }
export type Returned = SheetFacts & { readonly type: 'Returned'; readonly returned: SheetReturned }
export type SheetState =
  | { readonly type: 'None' }
  | Entered
  | Returned
  | (SheetFacts & { readonly type: 'Approved'; readonly approved: SheetApproved })
  | (SheetFacts & { readonly type: 'Rejected'; readonly rejected: SheetRejected })

const enterSheet = (state: SheetState, entered: SheetEntered): Entered => {
  const before = state.type === 'None' ? { editions: [], returns: [] } : state
  return { type: 'Entered', entered, editions: [...before.editions, entered], returns: before.returns }
}

const evolve = (state: SheetState, event: SheetEvent): SheetState => {
  if (event.type === 'SheetEntered') return enterSheet(state, event)
  if (state.type === 'None') return state
  const { entered, editions, returns } = state
  switch (event.type) {
    case 'SheetApproved':
      return { type: 'Approved', entered, editions, returns, approved: event }
    case 'SheetReturned':
      return { type: 'Returned', entered, editions, returns: [...returns, event], returned: event }
    case 'SheetRejected':
      return { type: 'Rejected', entered, editions, returns, rejected: event }
  }
}

export const sheetFold: Fold<SheetState, SheetEvent> = { initial: { type: 'None' }, evolve }
