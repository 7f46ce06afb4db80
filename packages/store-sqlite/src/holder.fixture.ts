/** Changes a file behind the store's back, and is killed before it closes it: the change stays in the write-ahead log. */
import { DatabaseSync } from 'node:sqlite'

const [file = '', sql = ''] = process.argv.slice(2)
new DatabaseSync(file).exec(sql)
process.kill(process.pid, 'SIGKILL')
