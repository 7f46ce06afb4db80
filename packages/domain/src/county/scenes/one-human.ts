/** A person with two registrations, whose records overlap once they are known to be one human, and no longer after a split (G2, H5). */
import { admin, deputy, hall, units } from '../people.ts'
import { deed, why, type CountyActor, type CountyScene } from '../scene.ts'
import { register } from '../set-up.ts'
import { hostedSession } from '../deeds/session.ts'

export const oneHuman: CountyScene = {
  name: 'one-human',
  write: (cast) => {
    const session = hostedSession(cast)
    const called = (name: string): CountyActor => ({
      type: 'person',
      person: `${name}${cast.id}`,
      role: 'volunteer',
      unit: units.village,
    })
    const [one, again] = [called('x'), called('y')]
    const merge = { person: again.person, survivor: one.person }
    const split = { person: again.person, others: [] }
    return [
      ...[one, again].flatMap(register),
      session.publish,
      session.over,
      ...[one, again].map((each, n) => session.backfill(each, `R${cast.id}-${n}`)),
      deed(cast.pick([hall.clerk, deputy]), 'ProposeMerge', merge),
      deed(deputy, 'MergeRegistrations', merge),
      deed(admin, 'MergeRegistrations', merge),
      session.backfill(again, `R${cast.id}-again`),
      deed(cast.pick([hall.clerk, deputy]), 'ProposeSplit', split),
      deed(admin, 'SplitRegistrations', { ...split, ...why('brothers') }),
    ]
  },
}
