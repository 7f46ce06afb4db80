/** The server, the schema of the tables, and the role that uses them. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with `?sslmode=…` where it needs one. */
  readonly url: string
  /** The schema of the tables; `zhiyuan`, for the vault `zhiyuan_vault`, if not said. */
  readonly schema?: string
  /** Every connection takes this role on (`SET ROLE`); the login's own rights if not said. */
  readonly role?: string
  /** Connections held at most, without the one that listens; 8 if not said. */
  readonly maxConnections?: number
  /**
   * How long a call waits for the server, a connection or other writers before it is refused as `StoreBusy`, in milliseconds; 5,000 if not said.
   * A server that takes a statement and does not answer is given up after a minute.
   */
  readonly patienceMs?: number
}
