export * from './open.ts'
