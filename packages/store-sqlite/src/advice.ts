import type { StoreError } from '@zhiyuan/runtime'

/** Advice for the operator about a file that is not as this program left it. */
const advice = {
  missingFile: [
    '此处没有数据文件，未作任何改动。请检查路径；如要新建，请写明 create: true。',
    'There is no file here; nothing was changed. Check the path; to make a new one, say create: true.',
  ],
  missingSource: [
    '此处没有数据文件，未作任何改动。请检查路径。',
    'There is no file here; nothing was changed. Check the path.',
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
  notPath: [
    '这不是数据文件的路径，未作任何改动。请写明普通的文件路径，不用 file: 开头的网址、:memory: 或空的名称。',
    'This is no path of a file; nothing was changed. Name the file by its plain path: no URL of file:, no :memory:, no empty name.',
  ],
  longPath: [
    '此路径无法使用：名称过长，或链接绕成了圈；未作任何改动。请检查路径和其中的链接。',
    'This path cannot be followed: a name is too long, or its links go in a circle; nothing was changed. Check the path and the links in it.',
  ],
  notAllowed: [
    '运行本程序的账号无权读取此文件或进入其文件夹，未作任何改动。请授予该账号读写此文件及其文件夹的权限。',
    'The account that runs this program may not read the file, or not enter its folder; nothing was changed. Let that account read and write the file and its folder.',
  ],
  readOnly: [
    '此文件或其文件夹只能读取，未作任何改动。请检查权限和磁盘的挂载方式；在同一文件夹中还要写 -wal 和 -shm 文件。',
    'The file or its folder can only be read; nothing was changed. Check the permissions and how the disk is mounted; the -wal and -shm files are written in the same folder.',
  ],
  notOpened: [
    '无法打开此文件，未作任何改动。请检查路径，以及运行本程序的账号能否读写此文件及其文件夹。',
    'The file cannot be opened; nothing was changed. Check the path, and whether the account that runs this program may read and write the file and its folder.',
  ],
  full: [
    '磁盘已满，未写入任何内容。请腾出空间后再试；请勿删除 -wal 和 -shm 文件。',
    'The disk is full; nothing was written. Make room on it, then try again; do not delete the -wal and -shm files.',
  ],
  busy: [
    '其他进程正占用此文件，未写入任何内容。请稍后再试；如一直如此，请查找长时间占用此文件的程序，或增大 patienceMs。',
    'Another process keeps the file; nothing was written. Try again later; if it stays so, look for the program that keeps the file, or raise patienceMs.',
  ],
  noLog: [
    '此处的文件不能使用预写日志。请把数据文件放在本机磁盘上，不要放在网络磁盘上。',
    'A file at this place cannot have a write-ahead log. Put it on a disk of this machine, not on a network disk.',
  ],
  failed: [
    '存储出错，未写入任何内容。请检查磁盘和系统日志后再试；如一直如此，请原样复制保存此文件及其 -wal 和 -shm 文件，再从最近的备份恢复。',
    'The store failed; nothing was written. Check the disk and the log of the system, then try again; if it stays so, keep a copy of the file with its -wal and -shm files, and restore the latest backup.',
  ],
} as const

type Missing = 'missingFile' | 'missingSource' | 'missingFolder'
type Fault = 'notPath' | 'longPath' | 'notAllowed' | 'readOnly' | 'notOpened' | 'noLog' | 'failed'
type Passing = 'full' | 'busy'
export type Damage = Exclude<keyof typeof advice, Missing | Fault | Passing>

/** The refusal of a file that is missing or empty. */
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

/** A failure of the medium or of permissions. */
export const faulty = (fault: Fault, cause: string): StoreError & { readonly type: 'StoreFault' } => ({
  type: 'StoreFault',
  cause,
  advice: advice[fault].join(' '),
})

export const full = (cause: string): StoreError => ({ type: 'StoreFull', cause, advice: advice.full.join(' ') })

export const busy = (cause: string): StoreError => ({
  type: 'StoreBusy',
  waitedMs: 0,
  cause,
  advice: advice.busy.join(' '),
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
