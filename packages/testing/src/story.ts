/** Tells what happened in lines that a person can read: who did what and when, and what followed. */
import type { Typed } from '@zhiyuan/kernel'
import type { PlainActor } from './words.ts'

/** A command that was sent, and what it emitted or how it was refused. */
export interface StoryStep {
  readonly at: string
  readonly actor: PlainActor
  readonly command: Typed
  readonly events: ReadonlyArray<Typed>
  readonly refused?: Typed
}

/** In which language a story is told, and with which words. */
export interface Telling {
  /** English, if not said. */
  readonly locale?: 'en' | 'zh'
  /** Words for the types of commands, events and rejections, for roles, processes and fields; a name that is not here is told as it is. */
  readonly names?: Readonly<Record<string, string>>
}

/** The most lines of a story, its end among them. */
const mostLines = 15
/** When some steps are left out, so many are told of the beginning, and the others of the end. */
const firstSteps = 4
const longestText = 24

type Name = (word: string) => string

/** Chinese in any region; all other languages are told in English. */
export const isChinese = ({ locale = 'en' }: Telling): boolean => locale.startsWith('zh')

interface Frame {
  readonly person: (person: string, role: string, unit: string) => string
  readonly process: (process: string, cause: string) => string
  readonly step: (step: { at: string; who: string; did: string; ids: string; so: string }) => string
  readonly emitted: (names: ReadonlyArray<string>) => string
  readonly refused: (name: string) => string
  readonly ids: (ids: ReadonlyArray<string>) => string
  readonly leftOut: (count: number) => string
  readonly end: (what: string) => string
}

const frames: Readonly<Record<'en' | 'zh', Frame>> = {
  en: {
    person: (person, role, unit) => `${person} (${role} at ${unit})`,
    process: (process, cause) => `process ${process} (after ${cause})`,
    step: ({ at, who, did, ids, so }) => `at ${at} ${who} did ${did}${ids}; so ${so}`,
    emitted: (names) => (names.length === 0 ? 'nothing followed' : names.join(', ')),
    refused: (name) => `it was refused: ${name}`,
    ids: (ids) => (ids.length === 0 ? '' : ` (${ids.join(', ')})`),
    leftOut: (count) => `… ${count} steps are left out …`,
    end: (what) => `what broke: ${what}`,
  },
  zh: {
    person: (person, role, unit) => `${person}（${role}，${unit}）`,
    process: (process, cause) => `流程${process}（因${cause}）`,
    step: ({ at, who, did, ids, so }) => `${at}，${who}：${did}${ids}，于是${so}`,
    emitted: (names) => (names.length === 0 ? '什么也没有发生' : names.join('、')),
    refused: (name) => `被拒绝：${name}`,
    ids: (ids) => (ids.length === 0 ? '' : `（${ids.join('，')}）`),
    leftOut: (count) => `……此处省略 ${count} 步……`,
    end: (what) => `不再成立：${what}`,
  },
}

/** The fields that fit into a line: ids, words and numbers, but no moments, lists or records. */
const listIds = (command: Typed, name: Name): ReadonlyArray<string> =>
  Object.entries(command).flatMap(([key, value]: [string, unknown]) => {
    const isShort = typeof value === 'string' && value.length <= longestText && !/^\d{4}-\d\d-\d\dT/.test(value)
    return key !== 'type' && (isShort || typeof value === 'number') ? [`${name(key)} ${value}`] : []
  })

const tellStep = ({ at, actor, command, events, refused }: StoryStep, frame: Frame, name: Name): string =>
  frame.step({
    at: at.replace(/(?::00)?\.000Z$/, 'Z'),
    who:
      actor.type === 'person'
        ? frame.person(actor.person, name(actor.role), actor.unit)
        : frame.process(name(actor.process), actor.cause),
    did: name(command.type),
    ids: frame.ids(listIds(command, name)),
    so: refused === undefined ? frame.emitted(events.map(({ type }) => name(type))) : frame.refused(name(refused.type)),
  })

/**
 * A numbered story of at most 15 lines: one a step, and `broken`, what the last step broke, as the last one. Of a longer story the first four steps and
 * the last ones are told, and how many are left out between them. Moments are in UTC.
 *
 * @example
 * console.log(tellStory(steps, { locale: 'zh', names: { TakeSeat: '志愿者接单' } }))
 */
export const tellStory = (steps: ReadonlyArray<StoryStep>, telling: Telling = {}, broken?: string): string => {
  const { names = {} } = telling
  const frame = frames[isChinese(telling) ? 'zh' : 'en']
  const name: Name = (word) => (Object.hasOwn(names, word) ? (names[word] ?? word) : word)
  const lines = steps.map((step, index) => `${index + 1}. ${tellStep(step, frame, name)}`)
  const room = broken === undefined ? mostLines : mostLines - 1
  const last = room - firstSteps - 1
  const told =
    lines.length <= room
      ? lines
      : [...lines.slice(0, firstSteps), frame.leftOut(lines.length - firstSteps - last), ...lines.slice(-last)]
  return [...told, ...(broken === undefined ? [] : [`${steps.length + 1}. ${frame.end(broken)}`])].join('\n')
}
