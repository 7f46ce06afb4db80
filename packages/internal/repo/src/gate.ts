// One gate in a process of its own: `node gate.ts NAME`; the finding goes to the parent as a message.
import { gates } from './gates/index.ts'

const gate = gates[process.argv[2] ?? '']
if (gate === undefined) throw new Error(`No such gate: ${process.argv[2] ?? ''}`)
process.send?.(await gate())
process.disconnect()
