/** What a process did to the files of one folder, in order, as `strace -f -xx` wrote it down. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

export type Op =
  | { readonly type: 'create'; readonly file: string }
  | { readonly type: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly type: 'truncate'; readonly file: string; readonly length: number }
  | { readonly type: 'sync'; readonly file: string }
  /** The medium refused a sync: earlier writes may never reach it, even when a later sync succeeds. */
  | { readonly type: 'syncFailed'; readonly file: string }
  | { readonly type: 'syncFolder' }
  | { readonly type: 'unlink'; readonly file: string }
  /** A line that the process wrote to its file `said`. */
  | { readonly type: 'said'; readonly line: string }

/** Calls that change files. A call that the reader below does not know is an error where it concerns the folder. */
export const tracedCalls =
  'openat,open,creat,close,dup,dup2,dup3,pwrite64,pwritev,pwritev2,write,writev,ftruncate,truncate,fallocate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,link,linkat'

const decodeHex = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex')

interface Call {
  readonly name: string
  readonly strings: ReadonlyArray<Buffer>
  readonly numbers: ReadonlyArray<number>
  readonly flags: string
  readonly result: number
}

const quoted = /"((?:\\x[0-9a-f]{2})*)"/g

const parseCall = (line: string): Call | null => {
  const found = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(line)
  if (found === null) return null
  const [, name = '', args = '', result = ''] = found
  const flags = args.replace(quoted, '')
  return {
    name,
    strings: [...args.matchAll(quoted)].map(([, hex = '']) => decodeHex(hex)),
    numbers: [...flags.matchAll(/(?<=^|, )-?\d+(?=,|$)/g)].map(([digits]) => Number(digits)),
    flags,
    result: Number(result),
  }
}

/** strace prints a call in two parts when another thread's call comes between. */
function* wholeLines(text: string): Generator<string> {
  const begun = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [, pid = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    const unfinished = / <unfinished \.\.\.>$/.exec(rest)
    const resumed = /^<\.\.\. \w+ resumed>/.exec(rest)
    if (unfinished !== null) begun.set(pid, rest.slice(0, unfinished.index))
    else if (resumed !== null) yield `${begun.get(pid) ?? ''}${rest.slice(resumed[0].length)}`
    else yield rest
  }
}

const reader = (folder: string) => {
  const saying = join(folder, 'said')
  const open = new Map<number, string>()
  const there = new Set<string>()
  /** SQLite makes the shared memory of connections anew after a crash. */
  const ours = (path: string) => dirname(path) === folder && path !== saying && !path.endsWith('-shm')
  const openOps = ({ strings, flags, result }: Call): ReadonlyArray<Op> => {
    const path = String(strings[0])
    if (path === folder || path === saying) open.set(result, path)
    if (!ours(path)) return []
    const file = basename(path)
    open.set(result, file)
    if (there.has(file) || !flags.includes('O_CREAT')) return []
    there.add(file)
    return [{ type: 'create', file }]
  }
  const unlinkOps = (path: string): ReadonlyArray<Op> => {
    if (!ours(path)) return []
    there.delete(basename(path))
    return [{ type: 'unlink', file: basename(path) }]
  }
  const changeOps = ({ name, strings, numbers, result }: Call, file: string): ReadonlyArray<Op> => {
    switch (name) {
      case 'pwrite64':
        if (result < 0) return []
        return [{ type: 'write', file, at: Number(numbers.at(-1)), bytes: (strings[0] as Buffer).subarray(0, result) }]
      case 'ftruncate':
        return result < 0 ? [] : [{ type: 'truncate', file, length: Number(numbers[1]) }]
      case 'fsync':
      case 'fdatasync':
        if (file === folder) return result < 0 ? [] : [{ type: 'syncFolder' }]
        return [{ type: result < 0 ? 'syncFailed' : 'sync', file }]
      default:
        throw new Error(`no reader knows ${name} of ${file}`)
    }
  }
  return (call: Call): ReadonlyArray<Op> => {
    const { name, strings, numbers, result } = call
    if (name === 'openat') return result < 0 ? [] : openOps(call)
    if (name === 'unlink') return result < 0 ? [] : unlinkOps(String(strings[0]))
    if (strings.length > 0 && ours(String(strings[0])))
      throw new Error(`no reader knows ${name} of ${String(strings[0])}`)
    const handle = Number(numbers[0])
    if (name === 'close') return (open.delete(handle), [])
    if (name === 'write' && open.get(handle) === saying) {
      return String(strings[0])
        .split('\n')
        .slice(0, -1)
        .map((line) => ({ type: 'said', line }))
    }
    const file = open.get(handle)
    return file === undefined ? [] : changeOps(call, file)
  }
}

export const parseOps = (text: string, folder: string): ReadonlyArray<Op> => {
  const read = reader(folder)
  return [...wholeLines(text)].flatMap((line) => {
    const call = parseCall(line)
    return call === null ? [] : read(call)
  })
}

/** A trace on disk: JSON with bytes as Latin-1, packed. */
export const keepTrace = (path: string, ops: ReadonlyArray<Op>): void => {
  const lines = ops.map((op) =>
    JSON.stringify(op.type === 'write' ? { ...op, bytes: op.bytes.toString('latin1') } : op),
  )
  writeFileSync(path, gzipSync(lines.join('\n'), { level: 9 }))
}

export const keptTrace = (path: string | URL): ReadonlyArray<Op> =>
  String(gunzipSync(readFileSync(path)))
    .split('\n')
    .map((line) => {
      const op = JSON.parse(line) as Op & { readonly bytes?: string }
      return op.type === 'write' ? { ...op, bytes: Buffer.from(op.bytes, 'latin1') } : op
    })
