/** What is sent and stored about one volunteer at one occasion: stream `assignment-<occasion>.<volunteer>`. */
export * from './assignment.command.ts'
export * from './assignment.event.ts'
export * from './assignment.values.ts'
