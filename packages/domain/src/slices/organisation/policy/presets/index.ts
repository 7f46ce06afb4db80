export * from './calendar.ts'
export * from './policies.ts'
