import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { Site } from '#app/domain/site.ts'
import type { KeptRead } from '#app/web/kept-read.server.ts'
import { listSessionFormats, listTopics } from '#db/catalogue/offer.ts'
import { listMunicipalities, listRegions, listWaterAuthorities } from '#db/catalogue/places.ts'
import type { Db } from '#db/connection.server.ts'
import { listRequestingCouncils } from '#db/requesting/requesting-councils.ts'
import { listClosedPeriods } from '#db/scheduling/closed-periods.ts'

type Sources = { db: Db; site: Pick<Site, 'minimumNoticeWeeks'> }

/** The part of the web context that is read here: the context itself is told what an Offer is. */
type OfferContext = Sources & { now: () => Temporal.Instant; keptOffer: KeptRead<Offer> }

/** Everything that is known around one request form: the same for everybody, so read once until any of it changes. */
export async function readOffer(context: OfferContext): Promise<Offer> {
  const today = dateInAmsterdam(context.now())
  return context.keptOffer.get(today.toString(), () => readOfferOf(context, today))
}

async function readOfferOf({ db, site }: Sources, today: Temporal.PlainDate) {
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
