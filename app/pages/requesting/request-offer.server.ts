import type { Context, WebContext } from '#app/context.server.ts'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { listSessionFormats, listTopics } from '#db/catalogue/offer.ts'
import { listMunicipalities, listRegions, listWaterAuthorities } from '#db/catalogue/places.ts'
import { listRequestingCouncils } from '#db/requesting/requesting-councils.ts'
import { listClosedPeriods } from '#db/scheduling/closed-periods.ts'

/** Everything that is known around one request form: the same for everybody, so read once until any of it changes. */
export async function readOffer(context: WebContext): Promise<Offer> {
  const today = dateInAmsterdam(context.now())
  return context.keptOffer.get(today.toString(), () => readOfferOf(context, today))
}

async function readOfferOf({ db, site }: Context, today: Temporal.PlainDate) {
  const [councils, municipalities, regions, waterAuthorities, topics, formats, closedPeriods] = await Promise.all([
    listRequestingCouncils(db, today),
    listMunicipalities(db, today),
    listRegions(db, today),
    listWaterAuthorities(db),
    listTopics(db),
    listSessionFormats(db),
    listClosedPeriods(db, today, today.add({ years: 2 })),
  ])
  const { minimumNoticeWeeks } = site
  return {
    today,
    councils,
    municipalities,
    regions,
    waterAuthorities,
    topics,
    formats,
    closedPeriods,
    minimumNoticeWeeks,
  }
}

export type Offer = Awaited<ReturnType<typeof readOfferOf>>
