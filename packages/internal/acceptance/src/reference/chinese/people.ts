/** Roles, relations to a case and standpoints in Chinese. It does not compile while one is missing. */
import type { Permit } from '@zhiyuan/domain'

export const rolesInChinese: Readonly<Record<Permit['roles'][number], string>> = {
  administrator: '管理员',
  clerk: '办事员',
  dispatcher: '派单员',
  recorder: '记录人',
  approver: '审核人',
  assessor: '考核人',
  'star-authority': '星级认定员',
  'grid-worker': '网格员',
  'information-officer': '信息员',
  'station-clerk': '服务站办事员',
  volunteer: '志愿者',
  resident: '居民',
}

export const relationsInChinese: Readonly<Record<Permit['persons'][number], string>> = {
  volunteer: '本人',
  requester: '需求人',
  contact: '联系人',
  proxy: '代点单人',
  family: '亲属代点单人',
  leader: '队伍负责人',
  member: '队员',
  seated: '有席位的志愿者',
  present: '按时到场者',
  recorder: '录入人',
  responsible: '场次负责人',
  proposed: '拟任者',
  anyone: '任何人',
}
