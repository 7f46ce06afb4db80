import { optional, optionKinds, type OptionRules } from '@zhiyuan/runtime'

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

const { patience, text } = optionKinds
/** How each option is looked at, also by what makes the tables, which may be handed the same options; a schema or a role has to be a name besides, which is looked at when it is used. */
export const optionRules: OptionRules = {
  url: text,
  schema: optional(text),
  role: optional(text),
  maxConnections: {
    expected: 'whole number from 1',
    fits: (value) => Number.isInteger(value) && (value as number) >= 1,
    optional: true,
  },
  patienceMs: patience,
}
