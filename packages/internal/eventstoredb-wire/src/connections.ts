import { createServer, type Server, type Socket } from 'node:net'
import grpc from '@grpc/grpc-js'
import type { WireOptions } from './options.ts'

/** The connections of one server: its own listener, so that any of them can be destroyed. */
export interface Connections {
  readonly port: number
  /** By the name that gRPC has for the other side. */
  readonly kill: (peer: string) => void
  readonly killAll: () => void
  readonly close: () => Promise<void>
}

const serverCredentials = ({ tls }: WireOptions): grpc.ServerCredentials =>
  tls === undefined
    ? grpc.ServerCredentials.createInsecure()
    : grpc.ServerCredentials.createSsl(null, [{ cert_chain: tls.certificate, private_key: tls.key }])

const waitForPort = (listener: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    listener.once('error', reject).listen(port, host, () => {
      const address = listener.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

/** Listens, and gives what connects to the server. */
export const listen = async (server: grpc.Server, host: string, options: WireOptions): Promise<Connections> => {
  const injector = server.createConnectionInjector(serverCredentials(options))
  const sockets = new Map<string, Socket>()
  const listener = createServer({ noDelay: true }, (socket) => {
    const peer = `${socket.remoteAddress}:${socket.remotePort}`
    sockets.set(peer, socket)
    socket.once('close', () => sockets.delete(peer)).on('error', () => undefined)
    injector.injectConnection(socket)
  })
  const killAll = (): void => {
    for (const socket of sockets.values()) socket.destroy()
  }
  return {
    port: await waitForPort(listener, options.port ?? 0, host),
    kill: (peer) => void sockets.get(peer)?.destroy(),
    killAll,
    close: () => {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()))
      killAll()
      server.forceShutdown()
      return closed
    },
  }
}
