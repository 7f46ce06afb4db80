import type { PersonCommand, RoleName } from '@zhiyuan/domain'
import type { Plain } from '@zhiyuan/kernel'

/** What a sender says of a command: the ranking of a dispatch is the ledger's (O10). */
type Sent<C> = C extends { readonly ranking: unknown } ? Omit<C, 'ranking'> : C

/** The commands that people send as a caller writes them, by type: ids are texts, values of a closed list are literals. */
export interface PlainCommands extends Readonly<{ [C in PersonCommand as C['type']]: Plain<Sent<C>> }> {}
export type CommandType = keyof PlainCommands
/**
 * A command as a caller writes it. Through a variable it needs `satisfies PlainCommand`, or the type of that one command, to keep its
 * literals: `PlainCommands['TakeSeat']`.
 */
export type PlainCommand = PlainCommands[CommandType]

/** Who acts, as what, at which unit. The embedding system has verified it (G4). */
export interface PlainActor {
  readonly person: string
  readonly role: RoleName
  readonly unit: string
}

/** The metadata of a command. */
export interface By {
  readonly actor: PlainActor
  /** When the fact happened; now, if not said. At most 120 s ahead of the clock. */
  readonly occurredAt?: string | undefined
  /** The idempotency key: a command that is sent again with the same id has its effect once. A random one, if not said; never one of a process. */
  readonly commandId?: string | undefined
  /** The trace of the request (W3C Trace Context), such as `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`; kept beside the events. */
  readonly traceparent?: string | undefined
}

/** A command with who sends it. */
export interface Sending {
  readonly command: PlainCommand
  readonly by: By
}
