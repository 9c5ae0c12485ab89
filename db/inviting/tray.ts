import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { GivenAnswer } from '#app/domain/inviting/answer.ts'
import type { GuessReason } from '#app/domain/inviting/incoming-mail.ts'
import type { TrayChoice } from '#app/domain/inviting/tray.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant } from '../instant.ts'
import { isUuid } from '../uuid.ts'

export type TrayRow = {
  id: string
  receivedAt: Temporal.Instant
  sender: string | undefined
  subject: string
  /** The answer in it, whoever gave it. */
  said: GivenAnswer | undefined
  finding: string
  decision: string
  reason: string | undefined
  delegatedTo: string | undefined
  person: { id: string; name: string; by: GuessReason | undefined } | undefined
  session: { id: string; title: string; start: Temporal.Instant } | undefined
  isOpen: boolean
  /** The last thing staff did with it and did not take back. */
  handled: { choice: TrayChoice; by: string; at: Temporal.Instant } | undefined
}

export const trayRowsPerPage = 25

export type TrayView = 'open' | 'handled'

/** As text of the statement: it leads to the index of what is or was on the tray. */
const stateOf = (view: TrayView) => sql.lit(view === 'open' ? ('review' as const) : ('closed' as const))

/** The longest waiting first; of what was handled the newest first. */
export async function listTray(db: Db, view: TrayView, page: number): Promise<TrayRow[]> {
  const rows = await selectTray(db)
    .where('inbox.state', '=', stateOf(view))
    .orderBy('inbox.received_at', view === 'open' ? 'asc' : 'desc')
    .orderBy('inbox.id')
    .limit(trayRowsPerPage)
    .offset((page - 1) * trayRowsPerPage)
    .execute()
  return rows.map(toTrayRow)
}

export async function countTray(db: Db, view: TrayView): Promise<number> {
  const { count } = await db
    .selectFrom('inbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', stateOf(view))
    .executeTakeFirstOrThrow()
  return count
}

export type TrayMail = TrayRow & { raw: Buffer; sessionSequence: number | undefined }

/** A mail that is on the tray, or was. */
export async function findTrayMail(db: Db, id: string): Promise<TrayMail | undefined> {
  if (!isUuid(id)) return undefined
  const row = await selectTray(db)
    .select(['inbox.raw', 'inbox.session_sequence'])
    .where('inbox.id', '=', id)
    .where('inbox.state', 'in', ['review', 'closed'])
    .executeTakeFirst()
  return row && { ...toTrayRow(row), raw: row.raw, sessionSequence: row.session_sequence ?? undefined }
}

/** A mail of the tray, locked until this transaction ends: of two members of staff one waits for the other. */
export async function lockTrayMail(trx: Trx, id: string): Promise<TrayMail | undefined> {
  if (!isUuid(id)) return undefined
  const locked = await trx.selectFrom('inbox').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && findTrayMail(trx, id)
}

function selectTray(db: Db) {
  return db
    .selectFrom('inbox')
    .leftJoin('person', 'person.id', 'inbox.person_id')
    .leftJoin('briefing_session', 'briefing_session.id', 'inbox.briefing_session_id')
    .select(['inbox.id', 'inbox.received_at', 'inbox.sender', 'inbox.subject', 'inbox.finding', 'inbox.decision'])
    .select(['inbox.reason', 'inbox.said', 'inbox.delegated_to', 'inbox.guessed_by', 'inbox.state'])
    .select(['person.id as person_id', 'person.name as person_name'])
    .select(['briefing_session.id as session_id', 'briefing_session.title', 'briefing_session.starts_at'])
    .select((eb) =>
      jsonObjectFrom(
        eb
          .selectFrom('tray_choice')
          .leftJoin('person as decider', 'decider.id', 'tray_choice.decided_by')
          .select(['tray_choice.choice', 'decider.name as by'])
          .select(sql<string>`tray_choice.decided_at::text`.as('at'))
          .whereRef('tray_choice.inbox_id', '=', 'inbox.id')
          .where('tray_choice.undone_at', 'is', null)
          .orderBy('tray_choice.id', 'desc')
          .limit(1),
      ).as('handled'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof selectTray>['executeTakeFirstOrThrow']>>

function toTrayRow(row: Row): TrayRow {
  const { handled } = row
  return {
    id: row.id,
    receivedAt: toInstant(row.received_at),
    sender: row.sender ?? undefined,
    subject: row.subject ?? '',
    said: row.said ?? undefined,
    finding: row.finding ?? '',
    decision: row.decision ?? '',
    reason: row.reason ?? undefined,
    delegatedTo: row.delegated_to ?? undefined,
    person:
      row.person_id && row.person_name
        ? { id: row.person_id, name: row.person_name, by: row.guessed_by ?? undefined }
        : undefined,
    session:
      row.session_id && row.title && row.starts_at
        ? { id: row.session_id, title: row.title, start: toInstant(row.starts_at) }
        : undefined,
    isOpen: row.state === 'review',
    handled: handled ? { choice: handled.choice, by: handled.by ?? '', at: toInstant(handled.at) } : undefined,
  }
}
