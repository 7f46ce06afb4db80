import { stateless, type Envelope, type Process, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../ledger.ts'

type React<E extends LedgerEvent> = (
  event: E,
  envelope: Envelope<LedgerEvent>,
) => ReadonlyArray<Reaction<LedgerCommand>>
type Reactions = {
  readonly [T in LedgerEvent['type']]?: React<Extract<LedgerEvent, { readonly type: T }>>
}

/** Defines a process manager without memory by a table: for each type of event that it handles, what it asks for. */
export const defineProcess = (name: string, reactions: Reactions): Process<null, LedgerEvent, LedgerCommand> =>
  stateless(name, (envelope) => {
    // The table pairs each type with its own event, which the type of an index by a union cannot express.
    const react = reactions[envelope.data.type] as React<LedgerEvent> | undefined
    return react?.(envelope.data, envelope) ?? []
  })
