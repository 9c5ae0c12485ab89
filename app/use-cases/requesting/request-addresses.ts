import type { Site } from '#app/domain/site.ts'

/** Where a request is found: by the council that asked, and by the province. */
export function requestAddresses(site: Site, reference: string) {
  return {
    status: `${site.baseUrl}/aanvraag/${reference}`,
    join: `${site.baseUrl}/aanvraag/${reference}/meedoen`,
    answer: `${site.baseUrl}/aanvraag/${reference}/antwoord`,
    staff: `${site.baseUrl}/beheer/aanvraag/${reference}`,
    newRequest: `${site.baseUrl}/aanvragen`,
    confirm: (token: string) => `${site.baseUrl}/aanvragen/bevestigen/${token}`,
  }
}
