/** The processes of service records. */
import { attendanceRecords } from './hours/attendance-records.ts'
import { burstHold } from './hours/burst-hold.ts'
import { samePerson } from './hours/same-person.ts'

export const hoursProcesses = [attendanceRecords, burstHold, samePerson] as const
