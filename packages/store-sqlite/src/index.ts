export * from './backup.ts'
export * from './check.ts'
export type * from './finding.ts'
export * from './open.ts'
