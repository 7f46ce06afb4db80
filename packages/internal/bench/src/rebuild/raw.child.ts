// The floor of rebuilding: the raw pages of the same file, parsed, and nothing made of them: node raw.child.ts LOG
import { DatabaseSync } from 'node:sqlite'

const [log = ''] = process.argv.slice(2)
const db = new DatabaseSync(log, { readOnly: true })
const page = db.prepare('SELECT position, header, data FROM events WHERE position > ? ORDER BY position LIMIT 500')
const begun = performance.now()
let after = 0
let events = 0
for (;;) {
  const rows = page.all(after)
  for (const { position, header, data } of rows) {
    JSON.parse(header as string)
    JSON.parse(data as string)
    after = position as number
  }
  events += rows.length
  if (rows.length < 500) break
}
const seconds = (performance.now() - begun) / 1000
process.send?.({ seconds, events })
db.close()
process.disconnect()
