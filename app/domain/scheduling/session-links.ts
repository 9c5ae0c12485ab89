import type { Site } from '#app/domain/site.ts'
import type { BriefingSession } from './briefing-session.ts'

/** Where councillors of one council register; their clerk sends it on. */
export function councilLink(site: Site, linkToken: string): string {
  return `${site.baseUrl}/bijeenkomst/${linkToken}`
}

/** The links of several councils, ready to show. */
export function memberLinks(site: Site, councils: BriefingSession['councils']) {
  return councils.map(({ councilId, municipalityName, linkToken }) => ({
    councilId,
    municipalityName,
    url: councilLink(site, linkToken),
  }))
}

/** Where staff see one evening. */
export function staffSessionPath(briefingSessionId: string): string {
  return `/beheer/sessies/${briefingSessionId}`
}

/** Where a clerk follows her request; without a request, her own start page. */
export function clerkStatusUrl(site: Site, { requests }: Pick<BriefingSession, 'requests'>): string {
  const [first] = requests
  return first === undefined ? `${site.baseUrl}/griffie` : `${site.baseUrl}/aanvraag/${first.reference}`
}
