import { z } from 'zod'
import {
  audiences,
  type BriefingWish,
  contactFunctions,
  facilities,
  mostPreferredDates,
  mostTopics,
  opennesses,
  venueKinds,
} from '#app/domain/requesting/briefing-wish.ts'
import { mailAddress } from '../access/mail-address.ts'
import { personName } from '../access/person-name.ts'
import { countOfPeople, neededText, optionalText } from '../answers.ts'
import { readTypedDates } from './preferred-dates.ts'
import { readTopicOrder } from './topic-order.ts'

const weekday = z.enum(['1', '2', '3', '4', '5'], { error: 'Kies een dag van maandag tot en met vrijdag.' })

const optionalCount = countOfPeople('Vul een heel getal in, bijvoorbeeld 8. Niemand? Vul dan 0 in.').default(0)

/** In the order in which the form asks: so the summary of what is wrong stands in that order too. */
const beforeDates = {
  audience: z.enum(audiences, { error: 'Kies voor wie de briefing is.' }),
  regionId: z.string().max(60).optional(),
  coCouncilIds: z.array(z.uuid()).max(60).default([]),
  order: z
    .record(z.string().max(60), z.string().max(2))
    .default({})
    .transform((order, context) => {
      const { topicIds, sentences } = readTopicOrder(order, mostTopics)
      for (const message of sentences) context.addIssue({ code: 'custom', message })
      return topicIds
    }),
  councilQuestion: optionalText(2000),
  formatId: neededText('Kies een vorm.', 60),
  expectedCouncillors: countOfPeople('Vul in hoeveel raadsleden u verwacht, bijvoorbeeld 27.'),
  expectedNew: optionalCount,
  expectedCommitteeMembers: optionalCount,
  usualEvenings: z.array(weekday).max(5).default([]),
}

const afterDates = {
  otherDateIsFine: z.boolean().default(false),
  venueKind: z.enum(venueKinds, { error: 'Kies een plek.' }),
  venueNote: optionalText(200),
  openness: z.enum(opennesses, { error: 'Kies of de briefing openbaar is.' }),
  facilities: z.array(z.enum(facilities)).default([]),
  inviteWaterAuthority: z.boolean().default(false),
  remarks: optionalText(2000),
}

/** As people write one: "06 12 34 56 78", "+31 (0)6-12345678". Left out is fine. */
const phone = optionalText(40).refine(
  (typed) => typed === '' || (/^[\d\s+()-]+$/.test(typed) && typed.replace(/\D/g, '').length >= 8),
  'Vul een telefoonnummer in van minstens acht cijfers, bijvoorbeeld 06 12 34 56 78.',
)

const last = { phone, website: z.string().max(0, 'Laat dit veld leeg.').optional() }

/** The only day that is refused is one that has been; which day that is changes every night. */
const datesFrom = (today: Temporal.PlainDate) =>
  z
    .array(z.string().max(60).optional())
    .max(mostPreferredDates)
    .default([])
    .transform((typed, context) => {
      const { dates, mistakes } = readTypedDates(typed, today)
      for (const { index, sentence } of mistakes) context.addIssue({ code: 'custom', path: [index], message: sentence })
      return dates
    })

const contact = z.object({
  contactName: personName(120),
  contactFunction: z.enum(contactFunctions, { error: 'Kies uw functie.' }),
  contactAddress: mailAddress('Vul een e-mailadres in, bijvoorbeeld griffie@voorbeeld.nl.'),
})

export type RequestFormFacts = {
  /** Days before it are refused; nothing else is. */
  today: Temporal.PlainDate
  /** False for whoever is signed in for the council: what we know is not asked again. */
  asksContact: boolean
}

/** The request as one form. Gives the wish of the council, or sentences at the fields. */
export function requestForm({ today, asksContact }: RequestFormFacts) {
  const wish = z.object({ ...beforeDates, dates: datesFrom(today), ...afterDates })
  const asked = (asksContact ? wish.extend(contact.shape) : wish.extend(contact.partial().shape)).extend(last)
  const names = Object.keys(asked.shape)
  const placeOf = (path: readonly PropertyKey[] = []) => names.indexOf(String(path[0]))
  const judged = asked.superRefine(
    (typed, { issues, addIssue }) => {
      const areSound = (...fields: (keyof typeof typed)[]) =>
        !issues.some(({ path = [] }) => fields.some((field) => field === path[0]))
      const refuse = (path: (string | number)[], message: string) => addIssue({ code: 'custom', path, message })
      if (areSound('dates') && typed.dates.length === 0 && !typed.otherDateIsFine)
        refuse(['dates', 0], 'Vul een datum in, of kruis aan dat een andere dag ook goed is.')
      if (areSound('audience', 'coCouncilIds') && typed.audience === 'councils' && typed.coCouncilIds.length === 0)
        refuse(['coCouncilIds'], 'Kies minstens één andere raad.')
      if (areSound('audience', 'regionId') && typed.audience === 'region' && !typed.regionId)
        refuse(['regionId'], 'Kies een regio.')
      if (areSound('expectedNew', 'expectedCouncillors') && typed.expectedNew > typed.expectedCouncillors)
        refuse(['expectedNew'], 'Dit getal is hoger dan het aantal raadsleden. Controleer beide getallen.')
      issues.sort((one, other) => placeOf(one.path) - placeOf(other.path))
    },
    // Also when a field is wrong: nobody should mend a form twice.
    { when: () => true },
  )
  return judged.transform((typed): BriefingWish => {
    const { order, dates, website: _, contactName, contactFunction, contactAddress, ...rest } = typed
    return {
      ...rest,
      regionId: typed.regionId,
      topicIds: order,
      preferredDates: dates,
      usualEvenings: typed.usualEvenings.map(Number),
      phone: typed.phone || undefined,
      contact:
        asksContact && contactName && contactFunction && contactAddress
          ? { name: contactName, function: contactFunction, address: contactAddress }
          : undefined,
    }
  })
}
