/** An aggregate of our own: a tool that a village lends to one volunteer at a time, for a day. */
import type * as t from 'io-ts'
import * as E from 'fp-ts/lib/Either.js'
import {
  closed,
  defineHandler,
  Instant,
  literal,
  PersonId,
  plusHours,
  restoreByFirst,
  text,
  variants,
  type Slice,
} from '@zhiyuan/kernel'

export interface ToolIdBrand {
  readonly ToolId: unique symbol
}
const ToolId = text<ToolIdBrand>('ToolId', /^[a-z]{1,20}$/, 20)
const lending = { toolId: ToolId, volunteer: PersonId }

const LendTool = closed({ type: literal('LendTool'), ...lending })
const TakeBackTool = closed({ type: literal('TakeBackTool'), ...lending })
const AskForTool = closed({ type: literal('AskForTool'), ...lending })
const ToolCommand = variants('ToolCommand', [LendTool, TakeBackTool, AskForTool])
const ToolLent = closed({ type: literal('ToolLent'), ...lending, dueAt: Instant })
const ToolTakenBack = closed({ type: literal('ToolTakenBack'), ...lending })
const ToolOverdue = closed({ type: literal('ToolOverdue'), ...lending })
const ToolEvent = variants('ToolEvent', [ToolLent, ToolTakenBack, ToolOverdue])
export type ToolCommand = t.TypeOf<typeof ToolCommand>
export type ToolEvent = t.TypeOf<typeof ToolEvent>

/** Who has the tool; null while it is in the village's shed. `dueAt` is null once it was asked for. */
export interface Tool {
  readonly holder: PersonId | null
  readonly dueAt: Instant | null
}
type ToolRejection =
  | { readonly type: 'LentToAnother'; readonly holder: PersonId }
  /** The term has not ended; the runtime sends the command again at `dueAt`. */
  | { readonly type: 'NotYetDue'; readonly dueAt: Instant }

const evolve = (tool: Tool, event: ToolEvent): Tool => {
  switch (event.type) {
    case 'ToolLent':
      return { holder: event.volunteer, dueAt: event.dueAt }
    case 'ToolTakenBack':
      return { holder: null, dueAt: null }
    case 'ToolOverdue':
      return { ...tool, dueAt: null }
  }
}

const on = defineHandler<Tool, ToolEvent, ToolRejection>()

/** A command that is repeated says nothing new; one about a tool that another person holds is refused. */
export const tool: Slice<ToolCommand, Tool, ToolEvent, ToolRejection> = {
  name: 'tool',
  command: ToolCommand,
  event: ToolEvent,
  lifecycle: { table: null, reason: 'a tool is lent and taken back for ever' },
  restoreCommand: restoreByFirst<ToolCommand, ToolEvent>({
    ToolLent: ({ toolId, volunteer }) => ({ type: 'LendTool', toolId, volunteer }),
    ToolTakenBack: ({ toolId, volunteer }) => ({ type: 'TakeBackTool', toolId, volunteer }),
    ToolOverdue: ({ toolId, volunteer }) => ({ type: 'AskForTool', toolId, volunteer }),
  }),
  decider: {
    stream: ({ toolId }) => `tool-${toolId}`,
    fold: { initial: { holder: null, dueAt: null }, evolve },
    handlers: {
      LendTool: on<t.TypeOf<typeof LendTool>>()({
        decide:
          ({ toolId, volunteer }, _reads, { now }) =>
          ({ holder }) => {
            if (holder === null) return E.right([{ type: 'ToolLent', toolId, volunteer, dueAt: plusHours(now, 24) }])
            return holder === volunteer ? E.right([]) : E.left({ type: 'LentToAnother', holder })
          },
      }),
      TakeBackTool: on<t.TypeOf<typeof TakeBackTool>>()({
        decide:
          ({ toolId, volunteer }) =>
          ({ holder }) => {
            if (holder === null) return E.right([])
            return holder === volunteer
              ? E.right([{ type: 'ToolTakenBack', toolId, volunteer }])
              : E.left({ type: 'LentToAnother', holder })
          },
      }),
      AskForTool: on<t.TypeOf<typeof AskForTool>>()({
        decide:
          ({ toolId, volunteer }, _reads, { now }) =>
          ({ holder, dueAt }) => {
            if (holder !== volunteer || dueAt === null) return E.right([])
            return now < dueAt
              ? E.left({ type: 'NotYetDue', dueAt })
              : E.right([{ type: 'ToolOverdue', toolId, volunteer }])
          },
      }),
    },
  },
}
