/** The states in which a power failure may leave the files of a trace. */
import type { Chance } from '@zhiyuan/testing/history'
import type { Op } from './trace.fixture.ts'

type Change = Extract<Op, { readonly type: 'write' | 'truncate' }>
type Naming = Extract<Op, { readonly type: 'create' | 'unlink' }>

interface Entry {
  readonly change: Change
  /** It is on the medium for certain. A change that is not durable may be there, in part or not at all. */
  durable: boolean
  /** A sync of it failed: no later sync makes it durable. */
  doubtful: boolean
}

type Inode = Entry[]

export interface Image {
  /** By name; a file that does not exist is left out. */
  readonly files: ReadonlyMap<string, Buffer>
  /** The lines that the process had printed. */
  readonly said: ReadonlyArray<string>
}

/** Chooses which changes without a sync survive. */
export interface Keeping {
  readonly change: (index: number, of: number) => boolean
  readonly naming: () => boolean
  /** The part of a write that survives; usually all of it. */
  readonly part: (length: number) => readonly [from: number, to: number]
}

const sector = 512

/** All changes survive, none, the first of them, or a random choice; sometimes one write is torn, at a sector or anywhere. */
export const chooseKeeping = (chance: Chance): Keeping => {
  const way = chance(6)
  const share = chance(101)
  const cut = chance(1_000_000) / 1_000_000
  const torn = chance(3) === 0
  const tear = (length: number): readonly [number, number] => {
    const unit = chance(2) === 0 ? sector : 1
    const at = Math.min(length, chance(Math.ceil(length / unit) + 1) * unit)
    return chance(2) === 0 ? [0, at] : [at, length]
  }
  return {
    change: (index, of) => {
      if (way === 0) return true
      if (way === 1) return false
      return way === 2 ? index < Math.ceil(cut * of) : chance(100) < share
    },
    naming: () => chance(2) === 0,
    part: (length) => (torn && chance(4) === 0 ? tear(length) : [0, length]),
  }
}

/** The surviving content of one file. */
const contents = (inode: Inode, keeping: Keeping): Buffer => {
  const loose = inode.filter(({ durable }) => !durable).length
  const ends = inode.map(({ change }) => (change.type === 'write' ? change.at + change.bytes.length : change.length))
  const bytes = Buffer.alloc(Math.max(0, ...ends))
  let length = 0
  let index = 0
  for (const { change, durable } of inode) {
    if (!durable && !keeping.change(index++, loose)) continue
    if (change.type === 'truncate') {
      bytes.fill(0, change.length)
      length = change.length
      continue
    }
    const [from, to] = durable ? [0, change.bytes.length] : keeping.part(change.bytes.length)
    if (from >= to) continue
    change.bytes.copy(bytes, change.at + from, from, to)
    length = Math.max(length, change.at + to)
  }
  return bytes.subarray(0, length)
}

type Names = ReadonlyMap<string, Inode>

const renameFile = (
  durable: Names,
  namings: ReadonlyArray<Naming & { readonly inode: Inode }>,
  keep: () => boolean,
) => {
  const names = new Map(durable)
  for (const { type, file, inode } of namings) {
    if (!keep()) continue
    if (type === 'create') names.set(file, inode)
    else names.delete(file)
  }
  return names
}

const medium = () => {
  const inodes = new Map<string, Inode>()
  const said: string[] = []
  let durable: Names = new Map()
  let namings: (Naming & { readonly inode: Inode })[] = []
  const findInode = (file: string): Inode => inodes.get(file) ?? []
  return {
    do: (op: Op): void => {
      switch (op.type) {
        case 'create':
          inodes.set(op.file, [])
          return void namings.push({ ...op, inode: findInode(op.file) })
        case 'unlink':
          return void namings.push({ ...op, inode: findInode(op.file) })
        case 'write':
        case 'truncate':
          return void findInode(op.file).push({ change: op, durable: false, doubtful: false })
        case 'sync':
          return findInode(op.file).forEach((entry) => (entry.durable ||= !entry.doubtful))
        case 'syncFailed':
          return findInode(op.file).forEach((entry) => (entry.doubtful ||= !entry.durable))
        case 'syncFolder':
          durable = renameFile(durable, namings, () => true)
          namings = []
          return
        case 'said':
          return void said.push(op.line)
      }
    },
    image: (keeping: Keeping): Image => {
      const files = [...renameFile(durable, namings, keeping.naming)]
      return { files: new Map(files.map(([name, inode]) => [name, contents(inode, keeping)])), said: [...said] }
    },
  }
}

/** The files after a power failure that follows so many operations. */
export const buildImage = (ops: ReadonlyArray<Op>, count: number, keeping: Keeping): Image => {
  const { do: perform, image } = medium()
  ops.slice(0, count).forEach(perform)
  return image(keeping)
}
