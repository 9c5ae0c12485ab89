import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import type { Db } from '#db/connection.server.ts'
import { draftEvening, manyPeople } from '#tests/support/big-evening.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { aPerson } from '#tests/support/people.ts'
import { type Child, startPortal, startRole } from './children.ts'
import { type Comparison, inTurns, median, type Workbench } from './report.ts'

const rounds = 5
const count = 1_000

/** From "publish" to the last invitation accepted by a mail server, against a bare pool that only sends the same bytes. */
export async function compareInvitations(bench: Workbench): Promise<Comparison[]> {
  const { db, connectionString, dataDir } = bench
  const sink = await startRole('smtp-sink')
  const { port } = await sink.ask<{ port: number }>({})
  const worker = await startPortal({
    ROLE: 'worker',
    DATABASE_URL: connectionString,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
  })
  const bare = await startRole('bare-mailer', [String(port), connectionString])
  try {
    const staff = await aPerson(db, [{ role: 'planner' }], 'Planner')
    const people = await manyPeople(db, count)
    const publishing: number[] = []
    let evening = ''
    const ours = async () => {
      evening = await draftEvening(db, staff.personId, people)
      const { seconds, published } = await timePublishing(db, sink, evening, staff.personId)
      publishing.push(published)
      await allRecorded(db, evening)
      return count / seconds
    }
    const least = async () => {
      await bare.ask({ load: evening })
      await sink.ask({ expect: count })
      const start = Date.now()
      await bare.ask({ go: true })
      return (count / ((await acceptedAt(sink)) - start)) * 1000
    }
    await ours()
    await least()
    // What the database does by itself within a minute.
    await sql`analyze`.execute(db)
    publishing.length = 0
    const measured = await inTurns(rounds, ours, least)
    return [
      {
        name: 'd. 1.000 uitnodigingen, van publiceren tot aangenomen',
        unit: 'mails/s',
        target: 0.6,
        ...measured,
        notes: [
          `1.000 uitnodigingen: publiceren (opstellen en opslaan) ${median(publishing).toFixed(2)} s van ${(count / measured.ours).toFixed(2)} s; ${await averageSize(db, evening)} kB per mail`,
        ],
      },
    ]
  } finally {
    await Promise.all([worker.stop(), bare.stop(), sink.stop()])
  }
}

async function timePublishing(db: Db, sink: Child, id: string, staffId: string) {
  await sink.ask({ expect: count })
  const start = Date.now()
  await publishSession(db, aSite, { id, version: 1, staffId }, Temporal.Now.instant())
  const published = (Date.now() - start) / 1000
  return { published, seconds: ((await acceptedAt(sink)) - start) / 1000 }
}

async function acceptedAt(sink: Child): Promise<number> {
  return (await sink.ask<{ at: number }>({ wait: true })).at
}

/** The worker may still be writing down what the server took. */
async function allRecorded(db: Db, briefingSessionId: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const open = await db
      .selectFrom('posted_mail')
      .select('id')
      .where('briefing_session_id', '=', briefingSessionId)
      .where('state', '<>', 'sent')
      .limit(1)
      .execute()
    if (open.length === 0) return
    await sleep(25)
  }
  throw new Error('mail that was accepted is not recorded as sent')
}

async function averageSize(db: Db, briefingSessionId: string): Promise<string> {
  const mails = await db
    .selectFrom('outbox')
    .select('raw')
    .where('briefing_session_id', '=', briefingSessionId)
    .execute()
  return (mails.reduce((sum, { raw }) => sum + raw.length, 0) / mails.length / 1000).toFixed(1)
}
