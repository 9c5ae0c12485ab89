import { sql } from 'kysely'
import type { Db } from '../connection.server.ts'

/** The council as client: one per municipality and term. */
export type Council = {
  id: string
  name: string
  municipalityId: string
  municipalityName: string
  municipalitySlug: string
  /** ISO weekdays (1 is Monday) on which it usually meets. */
  usualEvenings: number[]
  mailDomains: string[]
}

/** The councils in office on `today`. */
export async function listCouncils(db: Db, today: Temporal.PlainDate): Promise<Council[]> {
  return db
    .selectFrom('council')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select([
      'council.id',
      'council.name',
      'municipality.id as municipalityId',
      'municipality.name as municipalityName',
      'municipality.slug as municipalitySlug',
      'council.usual_evenings as usualEvenings',
      'council.mail_domains as mailDomains',
    ])
    .where(sql<boolean>`council.term @> ${today.toString()}::date`)
    .orderBy('municipality.name')
    .execute()
}
