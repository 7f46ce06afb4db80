export interface WireOptions {
  /** 0, the default: any that is free. */
  readonly port?: number
  /** In PEM. Without it the server speaks without TLS, and the client then sends no credentials. */
  readonly tls?: { readonly certificate: Buffer; readonly key: Buffer }
  /** Passwords by name. Where given, calls without the right ones are denied. */
  readonly users?: Readonly<Record<string, string>>
  /** Bytes; 1,048,576 by default. */
  readonly maxAppendSize?: number
  /** Whether replies to appends tell the position. They do by default. */
  readonly positions?: boolean
  /** Whether the server tells which methods it has. Without it the client appends by Append, not by BatchAppend. */
  readonly features?: boolean
}
