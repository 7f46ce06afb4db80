// `npm run pack`: builds the published packages and packs each into `reports/packed`.
import { resolve } from 'node:path'
import { packPackages } from './publish/pack.ts'

const folder = 'reports/packed'
for (const tarball of await packPackages(resolve(folder))) console.log(`${folder}/${tarball}`)
