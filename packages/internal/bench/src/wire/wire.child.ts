// A server in a process of its own, as a real one would be: it takes no time from the process that is measured.
import { startWire } from '@zhiyuan/eventstoredb-wire'

const wire = await startWire()
process.send?.(wire.url)
process.on('disconnect', () => void wire.stop().then(() => process.exit(0)))
