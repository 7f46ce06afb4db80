import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import gossip from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import services from '@eventstore/db-client/generated/streams_grpc_pb.js'
import grpc from '@grpc/grpc-js'
import { createServer, type Socket } from 'node:net'
import { appendCall } from './append.ts'
import { batchAppendCall } from './batch-append.ts'
import { deleteCall, tombstoneCall } from './delete.ts'
import { featuresCall } from './features.ts'
import { gossipCall } from './gossip.ts'
import { Log } from './log.ts'
import { noCalls, type Calls, type Cluster, type Node } from './node.ts'
import { readCall } from './read-call.ts'
import { seed } from './seed.ts'

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

/** A server that listens. */
export interface Wire {
  /** For the client: `esdb://127.0.0.1:PORT?tls=…`. */
  readonly url: string
  readonly port: number
  /** How often each method was called so far. */
  readonly calls: Readonly<Calls>
  /** A second server over the same log, which sends away who asks for the leader. */
  readonly startFollower: () => Promise<Wire>
  /** Ends all connections and stops listening. What was appended is gone with the last server of the log. */
  readonly stop: () => Promise<void>
}

/** Reads are serialized where they are built, once an event. */
const readMethod = { ...services.StreamsService.read, responseSerialize: (bytes: Buffer) => bytes }

const serviceOf = (node: Node, tells: boolean): grpc.Server => {
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

const credentialsOf = ({ tls }: WireOptions): grpc.ServerCredentials =>
  tls === undefined
    ? grpc.ServerCredentials.createInsecure()
    : grpc.ServerCredentials.createSsl(null, [{ cert_chain: tls.certificate, private_key: tls.key }])

const HOST = '127.0.0.1'

const join = async (cluster: Cluster, options: WireOptions): Promise<Wire> => {
  const node: Node = {
    cluster,
    log: cluster.log,
    self: { host: HOST, port: 0 },
    calls: noCalls(),
    users: options.users,
    maxAppendSize: options.maxAppendSize ?? 1_048_576,
    positions: options.positions ?? true,
  }
  const server = serviceOf(node, options.features ?? true)
  const injector = server.createConnectionInjector(credentialsOf(options))
  const sockets = new Set<Socket>()
  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket)).on('error', () => undefined)
    injector.injectConnection(socket)
  })
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject).listen(options.port ?? 0, HOST, resolve)
  })
  const address = listener.address()
  node.self = { host: HOST, port: typeof address === 'object' && address !== null ? address.port : 0 }
  cluster.members.push(node.self)
  cluster.leader ??= node.self
  return {
    url: `esdb://${HOST}:${node.self.port}?tls=${options.tls !== undefined}`,
    port: node.self.port,
    calls: node.calls,
    startFollower: () => join(cluster, { ...options, port: 0 }),
    stop: async () => {
      cluster.members.splice(cluster.members.indexOf(node.self), 1)
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      server.forceShutdown()
      await closed
    },
  }
}

/** Starts a server with an empty log on 127.0.0.1. */
export const startWire = (options: WireOptions = {}): Promise<Wire> =>
  join({ log: seed(new Log()), members: [], leader: undefined }, options)
