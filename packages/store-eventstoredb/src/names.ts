import type { StreamName } from '@zhiyuan/kernel'

/** The names of a log's streams at the server. A prefix has no colon, so no log's streams begin like another's. */
export interface Names {
  readonly at: (stream: StreamName) => string
  readonly isOurs: (streamId: string) => boolean
  /** The stream of settings (metadata) that the server keeps for this one, such as how long its events are kept. */
  readonly settingsStream: (stream: StreamName) => string
  readonly isSettings: (streamId: string) => boolean
  /** The prefixes of every stream of the log, and of every stream of settings. */
  readonly prefixes: ReadonlyArray<string>
}

/** Whether a value is a valid prefix: a value that is not a text is not, even if it could be turned into one. */
export const isPrefix = (prefix: unknown): boolean => typeof prefix === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(prefix)

export const streamNames = (prefix: string): Names => {
  const streams = `${prefix}:`
  const settings = `$$${prefix}:`
  return {
    at: (stream) => `${streams}${stream}`,
    isOurs: (streamId) => streamId.startsWith(streams),
    settingsStream: (stream) => `${settings}${stream}`,
    isSettings: (streamId) => streamId.startsWith(settings),
    prefixes: [streams, settings],
  }
}
