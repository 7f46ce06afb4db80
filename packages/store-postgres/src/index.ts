export * from './install.ts'
export * from './open.ts'
