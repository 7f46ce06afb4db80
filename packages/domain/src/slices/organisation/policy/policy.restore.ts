import { copyFields, restoreByFirst, type Sections } from '@zhiyuan/kernel'
import { AdoptCalendarYear, PublishPopulation, type PolicyCommandOf, type PolicyEvent } from './policy.codec.ts'

/** A policy is restored as it was given, since its event has the sections that were wired then. */
export const restorePolicy = <T extends Sections>() =>
  restoreByFirst<PolicyCommandOf<T>, PolicyEvent>({
    PolicyAdopted: ({ version, document, effectiveFrom, sections }) => ({
      type: 'AdoptPolicy',
      version,
      document,
      effectiveFrom,
      sections: sections as T,
    }),
    CalendarYearAdopted: copyFields(AdoptCalendarYear),
    PopulationPublished: copyFields(PublishPopulation),
  })
