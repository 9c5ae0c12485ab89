import { tailorCatalogue } from '#app/domain/catalogue/tailor-catalogue.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { listTopics } from '#db/catalogue/offer.ts'
import { listMunicipalitiesOfCouncils, listRegions, listWaterAuthorities } from '#db/catalogue/places.ts'
import type { Db } from '#db/connection.server.ts'

/**
 * For each council of an evening (by id) why it concerns its municipality: what the catalogue says about the topics on the
 * programme, at most two sentences. Empty for an evening without topics.
 */
export async function whyItConcernsCouncils(
  db: Db,
  session: BriefingSession,
  today: Temporal.PlainDate,
): Promise<Map<string, string>> {
  const topicIds = session.programme.flatMap(({ topicId }) => topicId ?? [])
  const councilIds = session.councils.map(({ councilId }) => councilId)
  const topics = (await listTopics(db)).filter(({ id }) => topicIds.includes(id))
  const regions = await listRegions(db, today)
  const waterAuthorities = await listWaterAuthorities(db)
  const municipalities = await listMunicipalitiesOfCouncils(db, councilIds, today)
  return new Map(
    session.councils.map(({ councilId, municipalityId }) => {
      const own = municipalities.filter(({ id }) => id === municipalityId)
      const { topics: tailored } = tailorCatalogue(own, { topics, regions, waterAuthorities })
      // A topic with a regional point says more than one that only says that nothing is known yet.
      const telling = tailored.find(({ points }) => points.length > 0) ?? tailored[0]
      return [councilId, telling?.why.join(' ') ?? '']
    }),
  )
}
