import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Certainty } from '#app/domain/catalogue/place.ts'

/** timestamptz: text in UTC when read (see instant.ts), ISO 8601 text when written. */
export type Timestamp = string
/** jsonb: parsed when read, JSON text when written. */
export type Json = ColumnType<unknown, string, string>

export interface RegionTable {
  id: string
  name: string
  valid: Generated<string>
  certainty: Generated<Certainty>
  source: string
}

export interface WaterAuthorityTable {
  id: string
  tooi_uri: string
  name: string
  source: string
}

export interface MunicipalityTable {
  id: string
  tooi_uri: string
  slug: string
  name: string
  official_name: string
  seats: number
  seats_certainty: Generated<Certainty>
  tile_column: number
  tile_row: number
  source: string
}

export interface FormerMunicipalityTable {
  name: string
  ended_on: string
  successor_id: string | null
  note: Generated<string>
}

export interface RegionMunicipalityTable {
  region_id: string
  municipality_id: string
  is_main: Generated<boolean>
  valid: Generated<string>
}

export interface MunicipalityWaterAuthorityTable {
  municipality_id: string
  water_authority_id: string
  certainty: 'high' | 'partly' | 'uncertain'
}

export interface CouncilTable {
  id: Generated<string>
  municipality_id: string
  name: string
  term: string
  usual_evenings: Generated<number[]>
  mail_domains: Generated<string[]>
  successor_id: string | null
  version: Generated<number>
}

export interface LetterTable {
  id: Generated<string>
  dos_number: string
  second_key: string | null
  title: string
  source: string
}

export interface LetterRegionTable {
  letter_id: string
  region_id: string
}

export interface TopicTable {
  id: string
  position: number
  title: string
  summary: string
  summary_source: 'letter' | 'letterExplained' | 'general'
  minutes_short: number
  minutes_standard: number
  always_first: Generated<boolean>
  shows_water_authority: Generated<boolean>
  may_be_confidential: Generated<boolean>
  questions: Generated<string[]>
  support_ids: Generated<string[]>
  edited_at: Timestamp | null
  version: Generated<number>
}

export interface RoleCardTable {
  topic_id: string
  party: 'province' | 'council' | 'municipality' | 'waterAuthority' | 'state' | 'region'
  text: string
  source: 'letter' | 'general'
  edited_at: Timestamp | null
}

export interface RegionalPointTable {
  topic_id: string
  region_id: string
  position: number
  text: string
  source: 'letter' | 'general'
  edited_at: Timestamp | null
}

export interface SupportOfferTable {
  id: string
  position: number
  title: string
  text: string
  link: string | null
  source: string
}

export interface SessionFormatTable {
  id: string
  position: number
  title: string
  minutes: number
  setup: string
  audience: string
  source: string
}

export interface ClosedPeriodTable {
  id: string
  kind: 'recess' | 'publicHoliday' | 'advice' | 'election'
  name: string
  during: string
  advice: Generated<string>
  certainty: Generated<Certainty>
  source: string
}

export interface EmailAddressTable {
  id: Generated<string>
  address: string
  suspended_at: Timestamp | null
  suspended_reason: string | null
  reminders_stopped_at: Timestamp | null
  /** Staff lifted the suspension then: what came back before it no longer counts. */
  released_at: Timestamp | null
  created_at: Timestamp
}

export interface PersonTable {
  id: Generated<string>
  name: string
  email_address_id: string | null
  phone: string | null
  calendar_token: string
  link_version: Generated<number>
  created_at: Timestamp
  erased_at: Timestamp | null
}

export interface PersonAliasTable {
  email_address_id: string
  person_id: string
  added_by: string | null
  added_at: Timestamp
}

export interface PersonRoleTable {
  id: Generated<string>
  person_id: string
  role: 'clerk' | 'deputyClerk' | 'clerksOfficeStaff' | 'planner' | 'accountManager' | 'administrator'
  council_id: string | null
  region_id: string | null
  during: string
}

export interface SignInTokenTable {
  token_hash: Buffer
  purpose: 'signIn' | 'confirmMailbox'
  email_address_id: string
  briefing_request_id: string | null
  return_to: Generated<string>
  created_at: Timestamp
  expires_at: Timestamp
  used_at: Timestamp | null
}

export interface SignInTable {
  id: Generated<string>
  token_hash: Buffer
  person_id: string
  created_at: Timestamp
  last_seen_at: Timestamp
  expires_at: Timestamp
  revoked_at: Timestamp | null
}

export interface RateLimitTable {
  key: string
  points: Generated<number>
  expire: number | null
}

export interface ReferenceCounterTable {
  year: number
  last_number: number
}

export interface BriefingRequestTable {
  id: Generated<string>
  reference: string
  status:
    | 'awaitingMailbox'
    | 'awaitingCoRequesters'
    | 'submitted'
    | 'inTreatment'
    | 'questionAsked'
    | 'proposalMade'
    | 'optioned'
    | 'confirmed'
    | 'held'
    | 'completed'
    | 'bundled'
    | 'split'
    | 'declined'
    | 'withdrawn'
  audience: 'council' | 'region' | 'councils'
  region_id: string | null
  dos_number: string | null
  format_id: string
  council_question: Generated<string>
  expected_councillors: number
  expected_new: Generated<number>
  expected_committee_members: Generated<number>
  usual_evenings: Generated<number[]>
  other_date_is_fine: Generated<boolean>
  venue_kind: 'councilChamber' | 'other' | 'provinceHouse' | 'online'
  venue_note: Generated<string>
  openness: 'public' | 'closed' | 'unknown'
  facilities: Generated<string[]>
  invite_water_authority: Generated<boolean>
  remarks: Generated<string>
  contact_name: string
  contact_function: string
  contact_phone: string | null
  contact_email_id: string | null
  unknown_mail_domain: Generated<boolean>
  submitted_by: string | null
  handled_by: string | null
  decline_reason: string | null
  decline_alternative: string | null
  co_requesters_until: string | null
  version: Generated<number>
  created_at: Timestamp
  submitted_at: Timestamp | null
  waiting_since: Timestamp
}

export interface BriefingRequestCouncilTable {
  briefing_request_id: string
  council_id: string
  is_lead: Generated<boolean>
  state: Generated<'invited' | 'joined' | 'declined'>
  answered_at: Timestamp | null
  answered_by: string | null
  remark: Generated<string>
}

export interface BriefingRequestTopicTable {
  briefing_request_id: string
  topic_id: string
  position: number
  minutes: number
}

export interface PreferredDateTable {
  briefing_request_id: string
  position: number
  day: string
}

export interface ClarificationTable {
  id: Generated<string>
  briefing_request_id: string
  question: string
  asked_by: string
  asked_at: Timestamp
  status_before: Generated<'submitted' | 'inTreatment'>
  answer: string | null
  answered_by: string | null
  answered_at: Timestamp | null
}

export interface ProposalTable {
  id: Generated<string>
  briefing_request_id: string
  proposed_by: string
  proposed_at: Timestamp
  first_position: Generated<number>
  chosen_position: number | null
  remark: Generated<string>
  answered_by: string | null
  answered_at: Timestamp | null
  withdrawn_by: string | null
  withdrawn_at: Timestamp | null
}

export interface ProposedEveningTable {
  proposal_id: string
  position: number
  starts_at: Timestamp
  ends_at: Timestamp
  reason: string
}

export interface RequestDraftTable {
  id: Generated<string>
  key_hash: Buffer
  council_id: string | null
  entries: Json
  version: Generated<number>
  updated_by: string | null
  created_at: Timestamp
  updated_at: Timestamp
  briefing_request_id: string | null
}

export interface SpeakerTable {
  id: Generated<string>
  name: string
  organisation: Generated<string>
  topic_ids: Generated<string[]>
  email_address_id: string | null
  active: Generated<boolean>
  version: Generated<number>
}

export interface VenueTable {
  id: Generated<string>
  name: string
  address: Generated<string>
  municipality_id: string | null
  capacity: number | null
  access_facts: Generated<string>
  email_address_id: string | null
  active: Generated<boolean>
  version: Generated<number>
}

export interface BriefingSessionTable {
  id: Generated<string>
  calendar_uid: string
  title: string
  status: 'draft' | 'option' | 'published' | 'changed' | 'cancelled' | 'held'
  starts_at: Timestamp
  ends_at: Timestamp
  venue_id: string | null
  online_url: string | null
  dos_number: string | null
  capacity: number | null
  is_public: Generated<boolean>
  explanation: Generated<string>
  sequence: Generated<number>
  rsvp_epoch: Generated<number>
  cancel_reason: string | null
  version: Generated<number>
  created_at: Timestamp
  published_at: Timestamp | null
  changed_at: Timestamp | null
  edited_at: Timestamp | null
  option_expires_at: Timestamp | null
}

export interface BriefingSessionRequestTable {
  briefing_session_id: string
  briefing_request_id: string
}

export interface BriefingSessionCouncilTable {
  briefing_session_id: string
  council_id: string
  link_token: string
  quota: number | null
}

export interface ProgrammeItemTable {
  briefing_session_id: string
  position: number
  title: string
  minutes: number
  topic_id: string | null
}

export interface SpeakerBookingTable {
  briefing_session_id: string
  speaker_id: string
  during: string
  holds: Generated<boolean>
}

export interface VenueBookingTable {
  briefing_session_id: string
  venue_id: string
  during: string
  holds: Generated<boolean>
}

export interface RegistrationTable {
  id: Generated<string>
  briefing_session_id: string
  person_id: string
  council_id: string
  role: 'councillor' | 'committeeMember' | 'clerksOffice' | 'executive'
  place: 'seat' | 'waiting' | 'offered' | 'expired' | 'unregistered' | 'removed' | 'attended' | 'missed'
  facility: string | null
  question: string | null
  answer: Generated<'none' | 'yes' | 'maybe' | 'no'>
  answer_sequence: number | null
  answered_at: Timestamp | null
  answer_door: 'link' | 'calendar' | 'clerk' | 'staff' | null
  registered_at: Timestamp
  ended_at: Timestamp | null
  /** Since when she waits, for who had a seat before; null: since she registered. */
  queued_at: Timestamp | null
}

export interface EngagementTable {
  id: Generated<string>
  briefing_session_id: string
  person_id: string
  capacity: 'speaker' | 'venue' | 'clerk'
  speaker_id: string | null
  venue_id: string | null
  council_id: string | null
  answer: Generated<'none' | 'yes' | 'maybe' | 'no'>
  answer_sequence: number | null
  answered_at: Timestamp | null
  answer_door: 'link' | 'calendar' | 'clerk' | 'staff' | null
  begun_at: Timestamp
  ended_at: Timestamp | null
}

export interface ReplyTable {
  id: GeneratedAlways<number>
  /** Of a participant; of anybody else `engagement_id`. Never both. */
  registration_id: string | null
  engagement_id: string | null
  answer: 'yes' | 'maybe' | 'no'
  door: 'link' | 'calendar' | 'clerk' | 'staff'
  answered_sequence: number
  answered_at: Timestamp
  received_at: Timestamp
  recorded_by: string | null
  applied: boolean
  remark: Generated<string>
  /** The mail it was in. */
  inbox_id: string | null
  /** Null: her own address, or her own click. */
  via: 'otherAddress' | 'sender' | 'remembered' | 'confirmed' | 'tray' | null
  not_applied: 'earlierVersion' | 'olderThanLast' | null
  withdrawn_at: Timestamp | null
  withdrawn_by: string | null
}

export interface InvitationTable {
  briefing_session_id: string
  person_id: string
  last_sequence: number
  last_stamped_at: Timestamp
  first_message_id: string
  state: 'ready' | 'sent' | 'undelivered' | 'cancelled'
}

export interface ReminderTable {
  briefing_session_id: string
  person_id: string
  /** `asked`: a council's office or staff asked for it; the others come by the calendar. */
  kind: 'answer' | 'come' | 'asked'
  rsvp_epoch: number
  /** Which time the council was reminded; 0 for the others. */
  turn: Generated<number>
  reminded_at: Timestamp
}

export interface CouncilReminderTable {
  briefing_session_id: string
  council_id: string
  turn: number
  /** Of the form that asked for it: the same form sent twice reminds once. */
  order_id: string
  reminded_by: string
  reminded_at: Timestamp
  mails: number
}

export interface CalendarFeedTable {
  id: Generated<string>
  kind: 'person' | 'council' | 'region' | 'speaker'
  person_id: string | null
  council_id: string | null
  region_id: string | null
  speaker_id: string | null
  version: Generated<number>
  opened_at: Timestamp
  ended_at: Timestamp | null
}

export interface RecipientPaceTable {
  domain: string
  next_at: Timestamp
}

/** A mail as it was written. Nothing of it changes, until it is taken out. */
export interface OutboxTable {
  id: Generated<string>
  /** In the order of posting. */
  position: GeneratedAlways<number>
  dedupe_key: string
  kind: string
  is_dossier: boolean
  dos_number: string | null
  briefing_session_id: string | null
  briefing_request_id: string | null
  person_id: string | null
  sequence: number | null
  envelope_from: string
  recipient: string
  message_id: string
  subject: string
  raw: Buffer
  created_at: Timestamp
  /** When the retention, or its recipient, took the bytes and the address out. */
  purged_at: Timestamp | null
}

/** How far the mail at this position of the outbox is. */
export interface DeliveryTable {
  position: number
  lane: string
  state: Generated<'pending' | 'sending' | 'held' | 'sent' | 'failed' | 'inDoubt' | 'superseded'>
  attempts: Generated<number>
  doubts: Generated<number>
  next_attempt_at: Timestamp
  lease_until: Timestamp | null
  smtp_code: number | null
  smtp_text: string | null
  sent_at: Timestamp | null
  /** When staff last let the same bytes go again. */
  resent_at: Timestamp | null
}

/** A view: every mail of the outbox with its delivery. */
export type PostedMailView = OutboxTable & DeliveryTable

export interface WithheldMailTable {
  id: GeneratedAlways<number>
  kind: string
  reason: 'dosNumberMissing' | 'addressMissing' | 'addressSuspended'
  briefing_session_id: string | null
  briefing_request_id: string | null
  person_id: string | null
  withheld_at: Timestamp
  resolved_at: Timestamp | null
  /** Of a suspended address: which one, and the mail as it was written. */
  email_address_id: string | null
  dedupe_key: string | null
  post: ColumnType<unknown, string | null, string | null>
}

export interface InboxTable {
  id: Generated<string>
  /** Of the mail without the lines that servers add on the way. */
  sha256: Buffer
  raw: Buffer
  door: 'lmtp' | 'imap' | 'command'
  /** Which of our own addresses it came to. */
  delivered_to: string | null
  received_at: Timestamp
  state: Generated<'received' | 'processed' | 'review' | 'closed'>
  attempts: Generated<number>
  finding: string | null
  decision: string | null
  reason: string | null
  person_id: string | null
  briefing_session_id: string | null
  registration_id: string | null
  engagement_id: string | null
  processed_at: Timestamp | null
  /** When the person it is of was erased, and the bytes with her. */
  purged_at: Timestamp | null
  sender: string | null
  /** The answer in it, whoever gave it. */
  said: 'yes' | 'maybe' | 'no' | null
  subject: string | null
  delegated_to: string | null
  /** SEQUENCE of the evening when the mail was judged: what an answer without one was about. */
  session_sequence: number | null
  /** Why `person_id` is who it seems to be from. */
  guessed_by: 'token' | 'attendee' | 'remembered' | 'sender' | 'name' | null
}

export interface BounceTable {
  id: GeneratedAlways<number>
  inbox_id: string | null
  outbox_id: string
  email_address_id: string | null
  kind: 'unknownUser' | 'hard' | 'soft' | 'delayed'
  status: string
  received_at: Timestamp
}

export interface TrayChoiceTable {
  id: GeneratedAlways<number>
  inbox_id: string | null
  email_address_id: string | null
  choice: 'linked' | 'alias' | 'rejected' | 'seen'
  person_id: string | null
  decided_by: string | null
  decided_at: Timestamp
  reason: Generated<string>
  reply_id: number | null
  undone_at: Timestamp | null
  undone_by: string | null
}

export interface ReplyConfirmationTable {
  id: Generated<string>
  token_hash: Buffer
  inbox_id: string | null
  registration_id: string
  person_id: string
  briefing_session_id: string
  rsvp_epoch: number
  answer: 'yes' | 'maybe' | 'no'
  answered_sequence: number
  answered_at: Timestamp
  asked_at: Timestamp
  expires_at: Timestamp
  outcome: 'confirmed' | 'denied' | null
  settled_at: Timestamp | null
}

export interface AuditEventTable {
  id: GeneratedAlways<number>
  at: Timestamp
  actor_id: string | null
  actor_kind: 'anonymous' | 'clerk' | 'staff' | 'councillor' | 'speaker' | 'venue' | 'system'
  action: string
  briefing_request_id: string | null
  briefing_session_id: string | null
  council_id: string | null
  before: ColumnType<unknown, string | null, string | null>
  after: ColumnType<unknown, string | null, string | null>
  reason: string | null
}

export interface Database {
  region: RegionTable
  water_authority: WaterAuthorityTable
  municipality: MunicipalityTable
  former_municipality: FormerMunicipalityTable
  region_municipality: RegionMunicipalityTable
  municipality_water_authority: MunicipalityWaterAuthorityTable
  council: CouncilTable
  letter: LetterTable
  letter_region: LetterRegionTable
  topic: TopicTable
  role_card: RoleCardTable
  regional_point: RegionalPointTable
  support_offer: SupportOfferTable
  session_format: SessionFormatTable
  closed_period: ClosedPeriodTable
  email_address: EmailAddressTable
  person: PersonTable
  person_alias: PersonAliasTable
  person_role: PersonRoleTable
  sign_in_token: SignInTokenTable
  sign_in: SignInTable
  rate_limit: RateLimitTable
  reference_counter: ReferenceCounterTable
  briefing_request: BriefingRequestTable
  briefing_request_council: BriefingRequestCouncilTable
  briefing_request_topic: BriefingRequestTopicTable
  preferred_date: PreferredDateTable
  clarification: ClarificationTable
  proposal: ProposalTable
  proposed_evening: ProposedEveningTable
  request_draft: RequestDraftTable
  speaker: SpeakerTable
  venue: VenueTable
  briefing_session: BriefingSessionTable
  briefing_session_request: BriefingSessionRequestTable
  briefing_session_council: BriefingSessionCouncilTable
  programme_item: ProgrammeItemTable
  speaker_booking: SpeakerBookingTable
  venue_booking: VenueBookingTable
  registration: RegistrationTable
  engagement: EngagementTable
  reply: ReplyTable
  invitation: InvitationTable
  reminder: ReminderTable
  council_reminder: CouncilReminderTable
  calendar_feed: CalendarFeedTable
  outbox: OutboxTable
  delivery: DeliveryTable
  posted_mail: PostedMailView
  recipient_pace: RecipientPaceTable
  withheld_mail: WithheldMailTable
  inbox: InboxTable
  bounce: BounceTable
  tray_choice: TrayChoiceTable
  reply_confirmation: ReplyConfirmationTable
  audit_event: AuditEventTable
}
