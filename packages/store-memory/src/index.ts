export * from './event-store.ts'
export * from './projection-store.ts'
export * from './stores.ts'
export * from './vault.ts'
