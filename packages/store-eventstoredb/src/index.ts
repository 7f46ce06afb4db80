export type { Credentials, EventStoreClient } from './client.ts'
export * from './open.ts'
export type { EventStoreDBOptions } from './options.ts'
