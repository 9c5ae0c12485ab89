/**
 * Where a line of the catalogue comes from: the letter itself, the letter with an explanation, or general knowledge.
 * Staff review what is general before it is trusted, so the source travels with the line.
 */
export type TextSource = 'letter' | 'letterExplained' | 'general'

export type Sourced<Source extends TextSource = TextSource> = { text: string; source: Source }

/** In the order in which a reader meets them. */
export const PARTIES = ['province', 'council', 'municipality', 'waterAuthority', 'state', 'region'] as const
export type Party = (typeof PARTIES)[number]

/** The heading of a role card. */
export const PARTY_NAMES: Record<Party, string> = {
  province: 'Provincie',
  council: 'Gemeenteraad',
  municipality: 'Gemeente (college en ambtenaren)',
  waterAuthority: 'Waterschap',
  state: 'Rijk',
  region: 'Regio (gemeenten samen)',
}

/** Who does what in a topic: one card for each party. */
export type RoleCard = { party: Party } & Sourced<'letter' | 'general'>

/** What is going on in one region in a topic. */
export type RegionalPoint = { regionId: string } & Sourced<'letter' | 'general'>

export type Topic = {
  id: string
  position: number
  title: string
  summary: Sourced
  minutesShort: number
  minutesStandard: number
  /** Leads every list: it explains who does what before the themes begin. */
  alwaysFirst: boolean
  showsWaterAuthority: boolean
  mayBeConfidential: boolean
  roleCards: RoleCard[]
  regionalPoints: RegionalPoint[]
  /** Questions a council might ask; suggestions, never answers. */
  questions: string[]
  supportIds: string[]
}

export type SupportOffer = { id: string; title: string; text: string; link: string | undefined }

export type SessionFormat = { id: string; title: string; minutes: number; setup: string; audience: string }

/** The letter of Gedeputeerde Staten to one or more regions. Its number goes in all correspondence. */
export type Letter = { dosNumber: string; secondKey: string | undefined; title: string; regionIds: string[] }
