import type { Context } from '#app/context.server.ts'
import { dateInAmsterdam, formatSessionTime } from '#app/domain/calendar-text.ts'
import { NotFound } from '#app/domain/refusal.ts'
import { warningsFor } from '#app/domain/scheduling/closed-period.ts'
import type { EveningEntries } from '#app/forms/requesting/proposal-form.ts'
import { entriesForWish } from '#app/forms/scheduling/session-defaults.ts'
import { planningFor } from '#app/pages/scheduling/planning-for.server.ts'
import { foreseeProposing, type ProposeEvenings } from '#app/use-cases/requesting/propose-evenings.ts'
import { findRequestToSchedule } from '#db/scheduling/requests-to-schedule.ts'

type Place = Pick<Context, 'db' | 'site' | 'now'>

/** An evening of the form before anybody typed: at the usual hour, as long as the council asked. */
export async function emptyProposal({ db }: Pick<Place, 'db'>, reference: string): Promise<EveningEntries> {
  const { startTime = '', endTime = '' } = entriesForWish(await wishOf({ db }, reference), [])
  return { date: '', startTime, endTime, reason: '' }
}

/**
 * The evenings as the council will see them, what speaks against each for staff to weigh, and the mails that would leave.
 * @throws what proposing would throw
 */
export async function previewProposal({ db, site, now }: Place, order: ProposeEvenings) {
  const mails = await foreseeProposing(db, site, order, now())
  const planning = await planningFor({ db, site, now }, await wishOf({ db }, order.reference))
  return {
    mails,
    evenings: order.evenings.map(({ start, end, reason }) => ({
      when: formatSessionTime(start, end),
      reason,
      warnings: warningsFor(dateInAmsterdam(start), planning).map(({ sentence }) => sentence),
    })),
  }
}

async function wishOf({ db }: Pick<Place, 'db'>, reference: string) {
  const wish = await findRequestToSchedule(db, reference)
  if (!wish) throw new NotFound('briefing request')
  return wish
}
