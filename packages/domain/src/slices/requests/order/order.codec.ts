/** Commands and events of an order. */
export * from './order.values.ts'
export * from './ranking.codec.ts'
export * from './order.event.ts'
export * from './order.command.ts'
