/** Everything that the pages are made from: what the domain knows of itself as data, and what its sources say beside. */
import { processes, roleTable, sections, slices, views, type Permit } from '@zhiyuan/domain'
import type { AnyCodec, CommandHandler, Lifecycle, SliceUpcasts } from '@zhiyuan/kernel'
import { readAnswers, readProcesses, type Answer, type Names, type Reacting } from './answers.ts'
import { readDocs, type Docs } from './docs.ts'
import { loadSources, type Sources } from './program.ts'
import { readRejections, type Rejection } from './rejections.ts'

/** A slice as the pages look at it. */
export interface SliceFace {
  readonly name: string
  readonly command: AnyCodec
  readonly event: AnyCodec
  readonly decider: {
    readonly handlers: Readonly<Record<string, Pick<CommandHandler<unknown, unknown, unknown, unknown>, 'allowed'>>>
  }
  readonly lifecycle: { readonly table: Lifecycle<string, string> } | { readonly table: null; readonly reason: string }
  readonly upcasts?: SliceUpcasts
}

/** A view, and the events that it reads; null: every one. */
export interface ViewFace {
  readonly name: string
  readonly types: ReadonlySet<string> | null
}

/** A section of the policy. */
export interface SectionFace {
  readonly name: string
  readonly fields: Readonly<Record<string, AnyCodec>>
  readonly absent: Readonly<Record<string, unknown>>
}

/** What the pages are made from. */
export interface Catalogue {
  readonly slices: ReadonlyArray<SliceFace>
  readonly sections: ReadonlyArray<SectionFace>
  readonly views: ReadonlyArray<ViewFace>
  readonly docs: Docs
  readonly rejections: ReadonlyArray<Rejection>
  readonly answers: ReadonlyMap<string, Answer>
  readonly processes: ReadonlyArray<Reacting>
  /** Who may send each command of people. */
  readonly roles: ReadonlyMap<string, Permit>
}

/** The records of a union, by type. */
export const listVariants = ({ shape }: AnyCodec): ReadonlyArray<readonly [type: string, record: AnyCodec]> =>
  shape.kind === 'variants' ? Object.entries(shape.members) : []

const listTypes = (codecs: ReadonlyArray<AnyCodec>): ReadonlySet<string> =>
  new Set(codecs.flatMap((one) => listVariants(one).map(([type]) => type)))

/** Where a slice stands: its context, and itself. */
export interface Place {
  readonly context: string
  readonly slice: string
}

const placeInFile = /^slices\/([\w-]+)\/([\w-]+)\//

/** The place of a file; null where it belongs to no slice. */
export const findPlace = (file: string): Place | null => {
  const [, context, slice] = placeInFile.exec(file) ?? []
  return context === undefined || slice === undefined ? null : { context, slice }
}

/** Reads everything, off these sources. */
export const readCatalogue = (sources: Sources = loadSources()): Catalogue => {
  // A list of different slices has no common type of command; only their shapes and tables are looked at.
  const faces = slices as unknown as ReadonlyArray<SliceFace>
  const rejections = readRejections(sources, 'LedgerRejection')
  const names: Names = {
    commands: listTypes(faces.map(({ command }) => command)),
    events: listTypes(faces.map(({ event }) => event)),
    rejections: new Set(rejections.map(({ type }) => type)),
  }
  return {
    slices: faces,
    sections,
    views: views.map(({ name, types }) => ({ name, types: types ?? null })),
    docs: readDocs(sources.files),
    rejections,
    answers: readAnswers(sources, names),
    processes: readProcesses(
      sources,
      processes.map(({ name }) => name),
      names,
    ),
    roles: new Map(Object.entries(roleTable)),
  }
}
