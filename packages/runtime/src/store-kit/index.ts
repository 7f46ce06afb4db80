/** `@zhiyuan/runtime/store`: what the author of a store needs beside the ports, so that all stores judge, refuse and notify alike. */
export * from './bell.ts'
export * from './code-points.ts'
export * from './group-commit.ts'
export * from './judge-append.ts'
export * from './reading.ts'
export * from './row-keys.ts'
export * from './store-failure.ts'
export * from './subscription.ts'
