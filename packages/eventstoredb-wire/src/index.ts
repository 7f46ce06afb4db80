export { startWire, type Wire, type WireOptions } from './server.ts'
export type { Calls } from './node.ts'
