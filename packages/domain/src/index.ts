/**
 * What an embedder needs first: the wired slices, processes and views; commands, events and rejections as types; preset policies; the types
 * of answers. Each context exports its deciders, codecs and figures under a subpath of its own: `@zhiyuan/domain/requests`.
 */
export * from './vocabulary/ids.ts'
export * from './vocabulary/occasion.ts'
export * from './vocabulary/values.ts'
export * from './rule-set.ts'
export type * from './vocabulary/rejections.ts'
export type * from './ledger.ts'
export * from './process-commands.ts'
export * from './slices.ts'
export { concerns, relations, roleTable, standpoints, type Permit } from './roles.ts'

export * from './policy.ts'
export * from './presets/policies.ts'
export * from './slices/organisation/policy/presets/calendar.ts'

export type { AreaAssessment, Assessment, BodyMinutes } from './views/assessment/assess.ts'
export type { Noted } from './views/noted.ts'
export type { Passbook, PassbookEntry } from './views/passbook/query.ts'
export type { StarFigures } from './views/star-certification/figures.ts'
export type { Timeline } from './views/timeline/query.ts'
export type { TimelineStep } from './views/timeline/row.ts'
export type { Deadline, ToDoItem } from './views/to-do/query.ts'

// An embedder's declarations can name the words of the contexts only where these files are loaded.
export type {} from './exports/organisation.ts'
export type {} from './exports/people.ts'
export type {} from './exports/requests.ts'
export type {} from './exports/attendance.ts'
export type {} from './exports/hours.ts'
export type {} from './exports/recognition.ts'
export type {} from './exports/assessment.ts'
