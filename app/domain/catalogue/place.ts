/** How sure the facts are; a page shows anything below `high` as such. */
export type Certainty = 'high' | 'middle' | 'uncertain'

export type Region = {
  id: string
  name: string
  certainty: Certainty
}

export type WaterAuthority = { id: string; name: string }

/** `partly`: only part of the municipality lies there. `uncertain`: nobody has confirmed it. */
export type WaterAuthorityCertainty = 'high' | 'partly' | 'uncertain'

export type NamedWaterAuthority = WaterAuthority & { certainty: WaterAuthorityCertainty }

export type Municipality = {
  /** TOOI identifier, "gm0547". */
  id: string
  slug: string
  /** The name on screen: "Den Haag". */
  name: string
  /** The name in law: "'s-Gravenhage". */
  officialName: string
  seats: number
  seatsCertainty: Certainty
  /** The region first; then regions that the municipality touches according to the letter. */
  regions: { regionId: string; isMain: boolean }[]
  waterAuthorities: { waterAuthorityId: string; certainty: WaterAuthorityCertainty }[]
}

/** A municipality that no longer exists. Without a successor in Zuid-Holland, `note` says where it went. */
export type FormerMunicipality = {
  name: string
  endedOn: Temporal.PlainDate
  successorId: string | undefined
  note: string
}

/** "de Leidse regio", "Midden-Holland": the name as it stands in a sentence. */
export function regionInSentence(name: string): string {
  return /(regio|streek|steden|waard)$/i.test(name) ? `de ${name}` : name
}
