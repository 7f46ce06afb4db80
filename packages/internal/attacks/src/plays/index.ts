/** Every attack, by area. */
import type { Attack } from '../attack.ts'
import { againstTheLog } from './against-the-log.ts'
import { besideOthers } from './beside-others.ts'
import { besideTheLog } from './beside-the-log.ts'
import { crowds } from './crowds.ts'
import { heads } from './heads.ts'
import { long } from './long.ts'
import { merges } from './merges.ts'
import { needs } from './needs.ts'
import { offices } from './offices.ts'
import { orders } from './orders.ts'
import { people } from './people.ts'
import { points } from './points.ts'
import { posts } from './posts.ts'
import { presence } from './presence.ts'
import { reviews } from './reviews.ts'
import { sheets } from './sheets.ts'
import { sold } from './sold.ts'
import { stars } from './stars.ts'
import { told } from './told.ts'

const hours = [...crowds, ...sold, ...long, ...sheets, ...heads, ...againstTheLog, ...besideTheLog]
const service = [...presence, ...besideOthers, ...told, ...reviews, ...orders, ...needs]
const standing = [...points, ...stars, ...merges, ...people, ...offices, ...posts]

export const attacks: ReadonlyArray<Attack> = [...hours, ...service, ...standing]
