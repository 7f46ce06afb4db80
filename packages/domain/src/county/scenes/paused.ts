/** A service with breaks (H13). */
import { leader } from '../people.ts'
import { deed, type CountyScene } from '../scene.ts'
import { inOneGo } from '../deeds/times.ts'
import { members, orderedService } from '../deeds/ordered-service.ts'

export const paused: CountyScene = {
  name: 'paused',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const { steps, presence } = orderedService(cast, [one])
    const pause = deed(one, 'PauseService', presence(one))
    const resume = deed(one, 'ResumeService', presence(one))
    return [
      ...steps,
      ...inOneGo([
        deed(one, 'CheckIn', presence(one)),
        pause,
        ...cast.pick([[resume], [resume, pause, resume], [pause]]),
        deed(one, 'CheckOut', presence(one)),
      ]),
    ]
  },
}
