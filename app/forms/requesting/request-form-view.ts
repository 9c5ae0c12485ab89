import { z } from 'zod'

/** What was typed, nested as the names of the fields say. Nothing of it is sure. */
export type TypedRequest = {
  audience?: string
  regionId?: string
  coCouncilIds: string[]
  order?: Record<string, string>
  formatId?: string
  usualEvenings: string[]
  dates?: string[]
  [field: string]: string | string[] | Record<string, string> | undefined
}

/** Takes every form: for reading what was typed before anybody judges it. */
export const anything = z.record(z.string(), z.unknown())

export type TopicChoice = { id: string; title: string; why: string; minutes: number; minutesShort: number }

/** Somebody else saved the draft while this form was being filled in: the answers that differ, with the other's in words. */
export type DraftConflict = {
  savedBy: string | undefined
  differences: { name: string; label: string; theirs: string }[]
}

/** All that the request form shows, made to measure for the councils it is about. */
export type RequestFormView = {
  lead: { councilId: string; slug: string; name: string; seats: number }
  asksContact: boolean
  /** The regions of the lead council, and who else is in them. */
  regions: { id: string; name: string; names: string[] }[]
  /** The other councils by region, the nearest first. */
  otherCouncils: { name: string; isNear: boolean; councils: { value: string; text: string }[] }[]
  topics: TopicChoice[]
  emptyState: string | undefined
  formats: { id: string; title: string; minutes: number; setup: string; audience: string }[]
  programme: { blocks: { key: string; title: string; minutes: number }[]; left: string }
  /** What speaks against each date, in the order of the fields. */
  dateWarnings: string[][]
  waterAuthorities: string[]
  typed: TypedRequest
}
