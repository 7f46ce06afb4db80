import { roles } from '../../../vocabulary/values.ts'
import { byNoOffice, type RolesOf } from '../../organisation/permit.ts'
import type { StarCommand } from './star.codec.ts'

/** W2: the star authority decides about no star of its own human. */
const byAuthority = {
  roles: [roles.starAuthority],
  where: 'top',
  unit: 'the top',
  persons: [],
  never: ['applicant'],
} as const

export const starRoles = {
  ApplyForStar: { ...byNoOffice, persons: ['volunteer'], decides: 'nothing: the authority decides' },
  ExamineApplication: { ...byAuthority, decides: 'that the ground of an application holds' },
  OpenNotice: { ...byAuthority, decides: 'that the public is asked' },
  RaiseObjection: { ...byNoOffice, persons: ['anyone'], decides: 'nothing: it is heard' },
  RefuseApplication: { ...byAuthority, decides: 'that there is no star' },
  GrantStar: { ...byAuthority, decides: 'a star' },
  UpholdStar: { ...byAuthority, decides: 'that a star stays' },
  LowerStar: { ...byAuthority, decides: 'a lower star' },
  RevokeStar: { ...byAuthority, decides: 'that a star ends' },
} as const satisfies RolesOf<StarCommand>
