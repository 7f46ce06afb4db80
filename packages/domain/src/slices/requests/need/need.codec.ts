/** Commands and events of a need: stream `need-<id>`. */
export * from './need.values.ts'
export * from './need.event.ts'
export * from './need.command.ts'
