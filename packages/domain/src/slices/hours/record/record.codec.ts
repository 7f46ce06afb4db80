/** Commands and events of all service records of one volunteer: stream `record-<volunteer>`. */
export * from './record.values.ts'
export * from './record.event.ts'
export * from './record.command.ts'
export * from './record.sheet-line.ts'
export * from './record.burst.ts'
export * from './record.objection.ts'
