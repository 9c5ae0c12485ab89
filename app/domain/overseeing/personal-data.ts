/**
 * Which columns say something of a person, and what takes it out: the register of processing (AVG art. 30). A column that looks personal and is not here fails
 * `tests/db/overseeing/personal-data.test.ts`. Rules are those of `apply-retention`; `people` is forgetting a person, which takes her address and all that hangs
 * on it; `archive` is the dossier itself, for which the Archiefwet decides; `ids` point to a person and say nothing once she is forgotten.
 */
export type RetentionRule =
  | 'unconfirmed'
  | 'sentDrafts'
  | 'needs'
  | 'contacts'
  | 'addresses'
  | 'mails'
  | 'withheld'
  | 'incomingMails'
  | 'confirmations'
  | 'senders'
  | 'signIns'
  | 'attempts'
  | 'auditEvents'
  | 'people'
  | 'archive'
  | 'ids'

type Columns = Partial<Record<RetentionRule, readonly string[]>>

export const personalData: Record<string, Columns> = {
  audit_event: { auditEvents: ['actor_id', 'before', 'after', 'reason'] },
  bounce: { addresses: ['email_address_id'] },
  briefing_request: {
    contacts: ['contact_name', 'contact_phone', 'contact_email_id'],
    archive: ['council_question', 'venue_note', 'remarks', 'decline_reason', 'decline_alternative', 'contact_function'],
    ids: ['submitted_by', 'handled_by'],
  },
  briefing_request_council: { archive: ['remark'], ids: ['answered_by'] },
  briefing_session: { archive: ['cancel_reason'] },
  calendar_feed: { people: ['person_id'] },
  clarification: { archive: ['question', 'answer'], ids: ['asked_by', 'answered_by'] },
  council_reminder: { ids: ['reminded_by'] },
  delivery: { mails: ['smtp_text'] },
  email_address: { addresses: ['address', 'suspended_reason', 'reminders_stopped_at'] },
  engagement: { ids: ['person_id'] },
  inbox: { incomingMails: ['raw', 'delivered_to', 'reason', 'person_id', 'sender', 'subject', 'delegated_to'] },
  invitation: { ids: ['person_id'] },
  outbox: { mails: ['recipient', 'subject', 'raw'], ids: ['person_id'] },
  person: { people: ['name', 'phone', 'email_address_id', 'calendar_token'] },
  person_alias: { addresses: ['email_address_id'], people: ['person_id'], ids: ['added_by'] },
  person_role: { ids: ['person_id'] },
  proposal: { archive: ['remark'], ids: ['proposed_by', 'answered_by', 'withdrawn_by'] },
  proposed_evening: { archive: ['reason'] },
  rate_limit: { attempts: ['key'] },
  recipient_pace: { attempts: ['domain'] },
  registration: { needs: ['facility', 'question'], ids: ['person_id'] },
  reminder: { people: ['person_id'] },
  reply: { needs: ['remark'], ids: ['recorded_by', 'withdrawn_by'] },
  reply_confirmation: { confirmations: ['person_id'] },
  request_draft: { unconfirmed: ['entries'], sentDrafts: ['entries'], ids: ['updated_by'] },
  sign_in: { signIns: ['person_id'] },
  sign_in_token: { signIns: ['email_address_id'] },
  speaker: { addresses: ['email_address_id'], archive: ['name', 'organisation'] },
  tray_choice: { senders: ['email_address_id', 'person_id', 'reason', 'decided_by', 'undone_by'] },
  venue: { addresses: ['email_address_id'], archive: ['name', 'address'] },
  withheld_mail: { withheld: ['person_id', 'email_address_id', 'post', 'reason'] },
}
