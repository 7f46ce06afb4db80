import type grpc from '@grpc/grpc-js'
import type { Endpoint } from './endpoint.ts'
import { accessDenied, notLeader, type Failure } from './errors.ts'
import type { PlannedFaults } from './faults.ts'
import type { Log } from './log.ts'
import type { Running } from './running.ts'

/** How often each method was called; `batchAppend` counts appends, not the streams that carry them. `sent` are events of reads. */
export type Calls = Record<
  'append' | 'batchAppend' | 'read' | 'subscribe' | 'delete' | 'tombstone' | 'gossip' | 'features' | 'sent',
  number
>

/** The servers that share a log. */
export interface Cluster {
  readonly log: Log
  readonly members: Endpoint[]
  leader: Endpoint | undefined
}

/** The state that the handlers of one server share. */
export interface Node {
  readonly cluster: Cluster
  readonly log: Log
  /** Known once it listens. */
  self: Endpoint
  readonly calls: Calls
  readonly users: Readonly<Record<string, string>> | undefined
  readonly maxAppendSize: number
  /** Whether replies to appends tell the position. */
  readonly positions: boolean
  readonly faults: PlannedFaults
  /** The reads under way. */
  readonly running: { readonly read: Set<Running>; readonly subscribe: Set<Running> }
  /** Destroys the connection from this address. */
  readonly kill: (peer: string) => void
}

export const noCalls = (): Calls => ({
  append: 0,
  batchAppend: 0,
  read: 0,
  subscribe: 0,
  delete: 0,
  tombstone: 0,
  gossip: 0,
  features: 0,
  sent: 0,
})

const isKnown = (users: Readonly<Record<string, string>>, header: string): boolean => {
  const [name, ...password] = Buffer.from(header.replace(/^Basic /, ''), 'base64')
    .toString('utf8')
    .split(':')
  return name !== undefined && users[name] === password.join(':')
}

export const isDenied = ({ users }: Node, metadata: grpc.Metadata): boolean =>
  users !== undefined && !isKnown(users, String(metadata.get('authorization')[0] ?? ''))

export const findLeader = ({ cluster, self }: Node): Endpoint => cluster.leader ?? self

/** The error of a follower for a call that asks for the leader. */
export const tellLeader = (node: Node, metadata: grpc.Metadata): Failure | undefined =>
  metadata.get('requires-leader')[0] === 'true' && findLeader(node) !== node.self
    ? notLeader(findLeader(node))
    : undefined

/** The error of a call that is not served at all. */
export const refusal = (node: Node, metadata: grpc.Metadata): Failure | undefined =>
  isDenied(node, metadata) ? accessDenied() : tellLeader(node, metadata)
