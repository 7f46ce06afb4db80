/** Teams of a scene's own: who joins, who leads, whom they serve, and how they end. */
import { foundTeam } from '../deeds/people.ts'
import { hall, town, units, volunteers } from '../people.ts'
import { deed, why, type CountyScene } from '../scene.ts'

/** A leader hands over, or keeps the team. Now and then an officer founds a team to lead it. */
export const handedOver: CountyScene = {
  name: 'handedOver',
  write: ({ id, pick }) => {
    const teamId = `T${id}`
    const leader = pick(volunteers)
    const next = pick(volunteers)
    const answer = pick(['AcceptLead', 'AcceptLead', 'DeclineLead'] as const)
    return [
      foundTeam(teamId, pick([leader, leader, leader, hall.clerk]), 'civic-squad'),
      deed(leader, pick(['AcceptLead', 'AcceptLead', 'DeclineLead'] as const), { teamId }),
      deed(pick([leader, hall.clerk]), 'ChangeLeader', { teamId, leader: next.person }),
      deed(pick([next, next, leader]), answer, { teamId }),
      deed(pick([leader, next]), 'LeaveTeam', { teamId, person: leader.person }),
    ]
  },
}

/** A team opens itself, or an office closes it before a ranking; then it ends, perhaps with a question open. */
export const disbanded: CountyScene = {
  name: 'disbanded',
  write: ({ id, pick }) => {
    const teamId = `T${id}`
    const leader = pick(volunteers)
    const asks = pick(volunteers)
    const open = { levels: pick([['village', 'township'], []] as const), units: [units.otherVillage] }
    return [
      foundTeam(teamId, leader, 'agency-squad', pick([hall.clerk, town.clerk])),
      deed(pick([leader, hall.clerk]), 'ChangeOpenness', { teamId, open }),
      deed(asks, 'AskToJoin', { teamId, person: asks.person }),
      deed(leader, 'ChangeLeader', { teamId, leader: pick(volunteers).person }),
      deed(pick([leader, hall.clerk, asks]), 'DisbandTeam', { teamId }),
      deed(leader, 'JoinTeam', { teamId, person: asks.person }),
    ]
  },
}

/** A person asks to join a team that is not open: yes, no, or back again. */
export const askedToJoin: CountyScene = {
  name: 'askedToJoin',
  write: ({ id, pick }) => {
    const teamId = `T${id}`
    const leader = pick(volunteers)
    const asks = pick(volunteers)
    const joins = { teamId, person: asks.person }
    const isTaken = pick([true, false])
    return [
      foundTeam(teamId, leader, pick(['civic-squad', 'agency-squad'] as const)),
      deed(pick([leader, leader, hall.clerk]), 'ChangeJoining', { teamId, joining: 'by-leader' }),
      deed(asks, 'JoinTeam', joins),
      deed(asks, 'AskToJoin', joins),
      isTaken
        ? deed(pick([leader, leader, asks]), 'JoinTeam', joins)
        : deed(pick([leader, hall.clerk, asks]), 'RefuseJoining', { ...joins, ...why('no-place') }),
      deed(asks, 'LeaveTeam', joins),
      deed(leader, 'ChangeJoining', { teamId, joining: 'open' }),
      deed(hall.clerk, 'JoinTeam', joins),
    ]
  },
}
