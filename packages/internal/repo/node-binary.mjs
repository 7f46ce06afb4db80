// Compares the Node binary that was installed with the one that the project knows. Plain JavaScript, as the set-up that calls it.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'

const readNote = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** The note only saves time: where it cannot be written, the binary is read again the next time. */
const writeNote = (file, note) => {
  try {
    writeFileSync(file, JSON.stringify(note))
  } catch {
    // No room or no right to write there.
  }
}

/** SHA-256 of the binary; what was computed once is taken from the note while size and time of change are the same. */
async function hashBinary(binary, noteFile) {
  const { size, mtimeMs } = statSync(binary)
  const note = existsSync(noteFile) ? readNote(noteFile) : null
  if (note !== null && note.size === size && note.mtimeMs === mtimeMs) return note.sha256
  const hash = createHash('sha256')
  await pipeline(createReadStream(binary), hash)
  const sha256 = hash.digest('hex')
  writeNote(noteFile, { size, mtimeMs, sha256 })
  return sha256
}

/**
 * What to tell the user about the binary, line by line; nothing where it is the known one. A build of one's own is no fault, so that
 * nothing is refused.
 */
export async function adviceOnBinary({ binary, noteFile, known, platform }) {
  const expected = known.sha256[platform]
  const actual = await hashBinary(binary, noteFile)
  if (actual === expected) return []
  const what = `Node ${known.version} (${platform})`
  if (expected === undefined)
    return [
      `warning: the project keeps no SHA-256 of ${what}; this binary was not checked: ${actual}`,
      `警告：本项目未保存 ${what} 的 SHA-256，该程序文件未经核对：${actual}`,
    ]
  return [
    `warning: the Node binary is not the one that the project knows for ${what}. If you did not put it there, remove node_modules and set up again.`,
    `警告：当前 Node 程序文件与本项目记录的 ${what} 不一致。如果不是您自己替换的，请删除 node_modules 后重新安装。`,
    `  ${binary}`,
    `  expected 应为 ${expected}`,
    `  actual   实为 ${actual}`,
  ]
}
