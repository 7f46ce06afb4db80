import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Server {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** The server that `EVENTSTOREDB_URL` names, or the wire server in a process of its own: a simulation, which keeps nothing. */
export const eventStoreServer = async (): Promise<Server> => {
  const named = process.env['EVENTSTOREDB_URL']
  if (named !== undefined) return { url: named, stop: () => Promise.resolve() }
  const child = fork(fileURLToPath(new URL('wire.child.ts', import.meta.url)))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(message as string))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the wire server ended with ${code}`)))
  })
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.removeAllListeners('exit')
      child.once('exit', () => resolve())
      child.disconnect()
    })
  return { url, stop }
}
