import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import gossip from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import services from '@eventstore/db-client/generated/streams_grpc_pb.js'
import grpc from '@grpc/grpc-js'
import { appendCall } from './append.ts'
import { batchAppendCall } from './batch-append.ts'
import { listen, type Connections } from './connections.ts'
import { deleteCall, tombstoneCall } from './delete.ts'
import { PlannedFaults, type Faults } from './faults.ts'
import { featuresCall } from './features.ts'
import { gossipCall } from './gossip.ts'
import { Log } from './log.ts'
import { noCalls, type Calls, type Cluster, type Node } from './node.ts'
import type { WireOptions } from './options.ts'
import { readCall } from './read-call.ts'
import { seed } from './seed.ts'

/** A server that listens. */
export interface Wire {
  /** For the client: `esdb://127.0.0.1:PORT?tls=…`. */
  readonly url: string
  readonly port: number
  /** The planned faults. */
  readonly faults: Faults
  /** The calls, and the number of events sent, so far. */
  readonly calls: Readonly<Calls>
  /** One more server over the same log. It refuses calls that ask for the leader, and leads when no other server does. */
  readonly startFollower: (port?: number) => Promise<Wire>
  /** Ends all connections and stops listening; the next server leads. The log stays while `startFollower` can be called. */
  readonly stop: () => Promise<void>
}

/** The messages of reads are serialized where they are built, once for each event. */
const readMethod = { ...services.StreamsService.read, responseSerialize: (bytes: Buffer) => bytes }

const makeServer = (node: Node, tells: boolean): grpc.Server => {
  const server = new grpc.Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 })
  server.addService(
    { ...services.StreamsService, read: readMethod },
    {
      read: readCall(node),
      append: appendCall(node),
      batchAppend: batchAppendCall(node),
      delete: deleteCall(node),
      tombstone: tombstoneCall(node),
    },
  )
  server.addService(gossip.GossipService, { read: gossipCall(node) })
  server.addService(features.ServerFeaturesService, { getSupportedMethods: featuresCall(node, tells) })
  return server
}

const HOST = '127.0.0.1'

const makeNode = (cluster: Cluster, options: WireOptions, kill: (peer: string) => void): Node => ({
  cluster,
  log: cluster.log,
  self: { host: HOST, port: 0 },
  calls: noCalls(),
  users: options.users,
  maxAppendSize: options.maxAppendSize ?? 1_048_576,
  positions: options.positions ?? true,
  faults: new PlannedFaults(),
  running: { read: new Set(), subscribe: new Set() },
  kill,
})

const makeFaults = ({ faults, running }: Node, connections: Connections): Faults => ({
  next: (method, fault, times = 1) => faults.add(method, fault, times),
  now: (method, fault) => {
    for (const one of running[method]) {
      one.fault = fault
      one.wake()
    }
  },
  kill: connections.killAll,
  clear: (method) => faults.clear(method === undefined ? ['append', 'read', 'subscribe'] : [method]),
})

/** It leads when no other server does. */
const join = async (cluster: Cluster, options: WireOptions): Promise<Wire> => {
  const node = makeNode(cluster, options, (peer) => connections.kill(peer))
  const connections = await listen(makeServer(node, options.features ?? true), HOST, options)
  node.self = { host: HOST, port: connections.port }
  cluster.members.push(node.self)
  cluster.leader ??= node.self
  return {
    url: `esdb://${HOST}:${connections.port}?tls=${options.tls !== undefined}`,
    port: connections.port,
    calls: node.calls,
    faults: makeFaults(node, connections),
    startFollower: (port = 0) => join(cluster, { ...options, port }),
    stop: async () => {
      cluster.members.splice(cluster.members.indexOf(node.self), 1)
      if (cluster.leader === node.self) cluster.leader = cluster.members[0]
      await connections.close()
    },
  }
}

/** Starts a server with an empty log on 127.0.0.1. */
export const startWire = (options: WireOptions = {}): Promise<Wire> =>
  join({ log: seed(new Log()), members: [], leader: undefined }, options)
