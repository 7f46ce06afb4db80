export type { Credentials, EventStoreClient } from './client.ts'
export * from './login.ts'
export * from './open.ts'
export type { EventStoreDBOptions } from './options.ts'
