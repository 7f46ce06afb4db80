/** The processes of service records. */
import { attendanceRecords } from './attendance-records.ts'
import { burstHold } from './burst-hold.ts'
import { samePerson } from './same-person.ts'

export const serviceProcesses = [attendanceRecords, burstHold, samePerson] as const
