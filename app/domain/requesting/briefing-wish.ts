/** For whom: one council, every council of a region, or councils chosen one by one. */
export const audiences = ['council', 'region', 'councils'] as const
export type Audience = (typeof audiences)[number]

export const venueKinds = ['councilChamber', 'other', 'provinceHouse', 'online'] as const
export type VenueKind = (typeof venueKinds)[number]

export const opennesses = ['public', 'closed', 'unknown'] as const
export type Openness = (typeof opennesses)[number]

export const contactFunctions = ['clerk', 'deputyClerk', 'clerksOfficeStaff', 'other'] as const
export type ContactFunction = (typeof contactFunctions)[number]

/** Fixed choices only: free text would invite people to write about somebody's health. */
export const facilities = ['wheelchairPlaces', 'hearingLoop', 'signInterpreter', 'speechToText', 'largePrint'] as const
export type Facility = (typeof facilities)[number]

/** A council asks for at most this many: more leaves no time to talk. */
export const mostTopics = 4
export const mostPreferredDates = 3

/** What a council asks for besides its topics; the same in the form and in the dossier. */
export type AskedFor = {
  councilQuestion: string
  expectedCouncillors: number
  expectedNew: number
  expectedCommitteeMembers: number
  /** ISO weekdays. */
  usualEvenings: number[]
  preferredDates: Temporal.PlainDate[]
  otherDateIsFine: boolean
  venueKind: VenueKind
  venueNote: string
  openness: Openness
  facilities: Facility[]
  inviteWaterAuthority: boolean
  remarks: string
}

/** Everything a council asks for, read from the form and free of mistakes in shape. */
export type BriefingWish = AskedFor & {
  audience: Audience
  /** With audience `region`. */
  regionId: string | undefined
  /** With audience `councils`: the councils beside the one that asks. */
  coCouncilIds: string[]
  /** In the order the council wants. */
  topicIds: string[]
  formatId: string
  phone: string | undefined
  /** Absent when the person is signed in for the council: then we know. */
  contact: { name: string; function: ContactFunction; address: string } | undefined
}
