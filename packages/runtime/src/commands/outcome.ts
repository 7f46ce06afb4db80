import type { CommandId, DecodeRefused, EnvelopeOf, Typed } from '@zhiyuan/kernel'

/** The command's id has been used for something else, at another version of its stream. */
export interface CommandIdTaken {
  readonly type: 'CommandIdTaken'
  readonly commandId: CommandId
}

/** What the runtime itself refuses, before or after the domain decides. */
export type EdgeRefusal = DecodeRefused | CommandIdTaken

/** The answer to a command: the events that were written (none for a no-op), or why it was refused. */
export type Outcome<E extends Typed, R> =
  | { readonly ok: true; readonly commandId: CommandId; readonly events: ReadonlyArray<EnvelopeOf<E>> }
  | { readonly ok: false; readonly rejection: R | EdgeRefusal }

/** A command's metadata. Decoded like the command: plain strings will do. */
export interface CommandMeta {
  /** Verified by the embedding system: the runtime trusts it about persons. No outside caller may act as a process. */
  readonly actor:
    | { readonly type: 'person'; readonly person: string; readonly role: string; readonly unit: string }
    | { readonly type: 'process'; readonly process: string; readonly cause: string }
  /** When the fact happened; now, if not said. At most 120 s ahead of the clock. */
  readonly occurredAt?: string
  /** A random one, if not said. Refused where it has the form of the ids that the runtime derives for processes' commands. */
  readonly commandId?: string
  /** The command's id, if not said. */
  readonly correlationId?: string
  /** The trace of the request (W3C Trace Context), such as `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`; kept beside the events. */
  readonly traceparent?: string
}

/** A command as it comes in, with its metadata. */
export interface Sent {
  readonly command: unknown
  readonly meta: CommandMeta
}
