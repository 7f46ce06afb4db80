import type pb from '@eventstore/db-client/generated/streams_pb.js'
import type { Stored } from './record.ts'

type FilterOptions = InstanceType<typeof pb.ReadReq.Options.FilterOptions>
type Expression = InstanceType<typeof pb.ReadReq.Options.FilterOptions.Expression>

export interface Filter {
  readonly passes: (event: Stored) => boolean
  /** Events looked at between two checkpoints. */
  readonly checkpointEvery: number
}

/** A malformed regular expression makes the read fail. */
export const isSound = (options: FilterOptions | undefined): boolean => {
  const regex = (options?.getEventType() ?? options?.getStreamIdentifier())?.getRegex() ?? ''
  try {
    void new RegExp(regex)
    return true
  } catch {
    return false
  }
}

/** The number of events that the real server looks at in one go, unless the client names another. */
const WINDOW = 32

const matcher = (expression: Expression): ((name: string) => boolean) => {
  const regex = expression.getRegex()
  if (regex !== '') {
    const compiled = new RegExp(regex)
    return (name) => compiled.test(name)
  }
  const prefixes = expression.getPrefixList()
  return (name) => prefixes.some((prefix) => name.startsWith(prefix))
}

export const readFilter = (options: FilterOptions): Filter => {
  const checkpointEvery = Math.max(1, options.getCheckpointintervalmultiplier()) * (options.getMax() || WINDOW)
  const byType = options.getEventType()
  const byStream = options.getStreamIdentifier()
  if (byType !== undefined) {
    const matches = matcher(byType)
    return { passes: ({ type }) => matches(type), checkpointEvery }
  }
  const matches = byStream === undefined ? () => true : matcher(byStream)
  return { passes: ({ stream }) => matches(stream), checkpointEvery }
}
