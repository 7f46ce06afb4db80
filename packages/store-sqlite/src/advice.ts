import type { StoreError } from '@zhiyuan/runtime'

/** What to do about a file that is not as this program left it, for whoever runs it. */
const advice = {
  missingFile: [
    '此处没有数据文件，未作任何改动。请检查路径；如要新建，请写明 create: true。',
    'There is no file here; nothing was changed. Check the path; to make a new one, say create: true.',
  ],
  missingFolder: [
    '要放数据文件的文件夹不存在，未作任何改动。请检查路径，或先建立该文件夹。',
    'The folder for the file does not exist; nothing was changed. Check the path, or make the folder first.',
  ],
  folder: [
    '此路径是文件夹，不是数据文件，未作任何改动。请写明文件夹中的文件名。',
    'This path is a folder, not a file; nothing was changed. Name a file in it.',
  ],
  otherKind: [
    '这是本程序的另一种数据文件，未作任何改动。账本用 openSqlite 打开，保密库用 openSqliteVault 打开，两者各用一个文件。',
    'This is another kind of file of this program; nothing was changed. A ledger is opened by openSqlite, a vault by openSqliteVault, each in a file of its own.',
  ],
  otherFile: [
    '这不是本程序的数据文件，未作任何改动。请检查路径；如要新建账本，请换一个不存在的文件名。',
    'This is not a file of this program; nothing was changed. Check the path; for a new ledger, name a file that does not exist.',
  ],
  newerFile: [
    '此文件由更新版本的程序写入，未作任何改动。请升级本程序后再打开。',
    'A newer version of this program wrote this file; nothing was changed. Update this program, then open it again.',
  ],
  olderFile: [
    '此文件由首个发布版之前的程序写入，格式不再支持，未作任何改动。请用写入它的那个程序读取，或换一个不存在的文件名新建账本。',
    'A program from before the first release wrote this file, in a format that is not read any more; nothing was changed. Read it with that program, or name a file that does not exist for a new ledger.',
  ],
  damagedFile: [
    '文件已损坏。请停止写入，把它连同 -wal 和 -shm 文件原样复制保存，再从最近的备份恢复，并核对备份之后的事件。',
    'The file is damaged. Stop writing, keep a copy of it with its -wal and -shm files, restore the latest backup, and check the events since.',
  ],
} as const

type Missing = 'missingFile' | 'missingFolder'
export type Damage = Exclude<keyof typeof advice, Missing>

/** The refusal of a file that is not there, or has nothing in it. */
export const missing = (cause: string, what: Missing = 'missingFile'): StoreError => ({
  type: 'StoreMissing',
  cause,
  advice: advice[what].join(' '),
})

/** The refusal of a file, with what to do about it in Chinese and English. */
export const damaged = (damage: Damage, cause: string): StoreError => ({
  type: 'StoreDamaged',
  cause,
  advice: advice[damage].join(' '),
})

/** The refusal of a file that is missing or empty while its write-ahead log lies there: to make a new one would delete the log. */
export const orphanLog = (file: string, log: string): StoreError => ({
  type: 'StoreDamaged',
  cause: `${file} is missing or empty, and its write-ahead log ${log} is not`,
  advice: [
    `数据文件 ${file} 不存在或为空，而旁边的 ${log} 中可能有已确认的事件；未作任何改动。请先原样复制保存 ${log}，再找回原来的数据文件放回此处后打开；找不回时，请从最近的备份恢复到另一个路径。要在此处新建，请先移走 ${log}。`,
    `The file ${file} is missing or empty, while ${log} beside it may hold acknowledged events; nothing was changed. Keep a copy of ${log} first, put the file it belongs to back here, and open it; where that file is lost, restore the latest backup to another path. To make a new file here, move ${log} away first.`,
  ].join(' '),
})
