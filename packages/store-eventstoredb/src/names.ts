import type { StreamName } from '@zhiyuan/kernel'

/** How the streams of a log are named at the server. A prefix has no colon: no log's streams begin like another's. */
export interface Names {
  readonly at: (stream: StreamName) => string
  readonly isOurs: (streamId: string) => boolean
  /** The stream in which the server keeps what it is told about this one, such as how long its events are kept. */
  readonly settingsStream: (stream: StreamName) => string
  readonly isSettings: (streamId: string) => boolean
  /** What every stream of the log, and every one of its settings, begins with. */
  readonly prefixes: ReadonlyArray<string>
}

/** Whether a log may be named so: what is no text is none, though it could be read as one. */
export const isPrefix = (prefix: unknown): boolean => typeof prefix === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(prefix)

export const streamNames = (prefix: string): Names => {
  const [streams, settings] = [`${prefix}:`, `$$${prefix}:`]
  return {
    at: (stream) => `${streams}${stream}`,
    isOurs: (streamId) => streamId.startsWith(streams),
    settingsStream: (stream) => `${settings}${stream}`,
    isSettings: (streamId) => streamId.startsWith(settings),
    prefixes: [streams, settings],
  }
}
