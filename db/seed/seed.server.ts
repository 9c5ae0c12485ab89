import { sql } from 'kysely'
import type { Db, Trx } from '../connection.server.ts'
import { plantDemoStory } from './demo/plant-demo-story.ts'
import { plantClosedPeriods } from './zuid-holland/plant-closed-periods.ts'
import { plantCouncils } from './zuid-holland/plant-councils.ts'
import { plantLetters } from './zuid-holland/plant-letters.ts'
import { plantOffer } from './zuid-holland/plant-offer.ts'
import { plantPlaces } from './zuid-holland/plant-places.ts'

/** Everything the portal knows about Zuid-Holland. Safe to run at every start and from several processes at once. */
export async function seedZuidHolland(db: Db): Promise<void> {
  await oneAtATime(db, async (trx) => {
    await plantPlaces(trx)
    await plantCouncils(trx)
    await plantOffer(trx)
    await plantLetters(trx)
    await plantClosedPeriods(trx)
  })
}

/** Fictional people and what they did, dated around `now`. Runs once per database and never in production. */
export async function seedDemo(db: Db, now: Temporal.Instant): Promise<void> {
  await oneAtATime(db, (trx) => plantDemoStory(trx, now))
}

async function oneAtATime(db: Db, work: (trx: Trx) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('raadsbriefing.seed'))`.execute(trx)
    await work(trx)
  })
}
