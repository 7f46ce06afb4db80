// Wire servers in a process of their own: the two clients' messages do not get on within one process.
import { startWire, type Wire } from '@zhiyuan/eventstoredb-wire'

const wires = new Map<string, Wire>()

/** An empty message asks for a server, its URL that it be stopped. */
process.on('message', (url: string) => {
  const wire = wires.get(url)
  if (wire !== undefined) void wire.stop()
  else
    void startWire().then((started) => {
      wires.set(started.url, started)
      process.send?.(started.url)
    })
})
process.on('disconnect', () => process.exit(0))
