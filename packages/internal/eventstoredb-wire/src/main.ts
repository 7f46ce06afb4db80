// `npm run wire -- [--port N]`: the server by itself, until it is stopped.
import { parseArgs } from 'node:util'
import { startWire } from './index.ts'

const usage = `Usage: npm run wire -- [--port N]

Starts a server on 127.0.0.1 that speaks the protocol of EventStoreDB. It is a simulation for trying things out:
it keeps everything in memory and nothing afterwards. It ends on Ctrl-C.

  --port N   where to listen; any free port without it
  --help     this text`

const refuse = (why: string): never => {
  console.error(`${why}\n\n${usage}`)
  process.exit(2)
}

const parsePort = (text: string): number =>
  /^\d{1,5}$/.test(text) && Number(text) < 65_536 ? Number(text) : refuse(`No port: ${text}`)

const read = (): { port: number; help: boolean } => {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, help: { type: 'boolean' } } })
    return { port: parsePort(values.port ?? '0'), help: values.help ?? false }
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

const serve = async (port: number): Promise<void> => {
  const wire = await startWire({ port }).catch((error: Error) => refuse(`It cannot listen: ${error.message}`))
  console.log(`${wire.url}\nA simulation of EventStoreDB in memory: it keeps nothing. Ctrl-C ends it.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void wire.stop())
}

const { port, help } = read()
if (help) console.log(usage)
else await serve(port)
