// `npm run release:log -- NAME`: keeps the logs of a release, what they answer, and a copy of the lock.
import { lockFile, logsFolder } from '../lock/releases.ts'
import { writeRelease } from './write-release.ts'

const [name, ...more] = process.argv.slice(2)
if (name === undefined || more.length > 0) {
  console.error('Usage: npm run release:log -- NAME')
  process.exit(2)
}
const refusal = await writeRelease({ name, logs: logsFolder, lockFile })
if (refusal === null) console.log(`${logsFolder}/${name} is written; its lines of the lock are kept from now on`)
else console.error(refusal)
process.exitCode = refusal === null ? 0 : 1
