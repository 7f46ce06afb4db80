import { stateless, type Envelope, type Process, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../ledger.ts'

type React<E extends LedgerEvent> = (
  event: E,
  envelope: Envelope<LedgerEvent>,
) => ReadonlyArray<Reaction<LedgerCommand>>
type Reactions = {
  readonly [T in LedgerEvent['type']]?: React<Extract<LedgerEvent, { readonly type: T }>>
}

/** A process that remembers nothing: what is to be done about each event that it listens to. */
export const defineProcess = (name: string, reactions: Reactions): Process<null, LedgerEvent, LedgerCommand> =>
  stateless(name, (envelope) => {
    // The table pairs each type with its own event; an index by a union cannot say so.
    const react = reactions[envelope.data.type] as React<LedgerEvent> | undefined
    return react?.(envelope.data, envelope) ?? []
  })
