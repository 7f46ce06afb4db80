export { localCertificate } from './certificate.ts'
export type { AppendFault, Faults, ReadFault, Stop, SubscribeFault } from './faults.ts'
export type { Calls, Endpoint } from './node.ts'
export { startWire, type Wire, type WireOptions } from './server.ts'
