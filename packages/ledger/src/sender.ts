/** Who acts, as what, at which unit. The embedding system has verified it (G4). Decoded like the command: plain strings will do. */
export interface Sender {
  readonly actor: { readonly type: 'person'; readonly person: string; readonly role: string; readonly unit: string }
  /** When the fact happened; now, if not said. At most 120 s ahead of the clock. */
  readonly occurredAt?: string
  /** Names the wish: sent again with the same id, a command has the effect of once. A random one, if not said; never one of a process. */
  readonly commandId?: string
  /** The trace of the request (W3C Trace Context), such as `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`; kept beside the events. */
  readonly traceparent?: string
}

/** A command with who sends it. */
export interface Sending {
  readonly command: unknown
  readonly by: Sender
}
