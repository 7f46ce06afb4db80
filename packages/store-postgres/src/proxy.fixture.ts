import { connect, createServer, type Socket } from 'node:net'

/** The fate of a client's bytes: pass them on; pass them on and cut the line before the answer; or cut it at once. */
export type Verdict = 'pass' | 'cut-after' | 'cut-before'

export interface Proxy {
  readonly url: string
  /** Asked for each piece that a client sends. */
  judge: (sent: Buffer) => Verdict
  /** Whether new connections are accepted. */
  open: boolean
  readonly close: () => Promise<void>
}

const answerLasts = 300

/** A line to the server that can be cut. */
export const proxyTo = async (url: string): Promise<Proxy> => {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    if (!proxy.open) {
      client.destroy()
      return
    }
    const upstream = connect(Number(target.port || '5432'), target.hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    let cut = false
    upstream.on('data', (bytes) => {
      if (!cut) client.write(bytes)
    })
    client.on('data', (bytes) => {
      const verdict = proxy.judge(bytes)
      cut ||= verdict !== 'pass'
      if (verdict === 'cut-before') client.destroy()
      else upstream.write(bytes)
      // The server gets the bytes and answers; the client only sees that the line is dead.
      if (cut) setTimeout(() => client.destroy(), answerLasts)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const through = new URL(url)
  through.host = `127.0.0.1:${port}`
  const proxy: Proxy = {
    url: through.href,
    judge: () => 'pass',
    open: true,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
  return proxy
}
