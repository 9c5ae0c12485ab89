import type { Site } from '../site.ts'

/** The pages behind a person's own link. Whoever has the token has the person's answers: never in a log, never in a mail to another. */
export function personalLinks(site: Pick<Site, 'baseUrl'>, token: string) {
  const own = `${site.baseUrl}/mijn/${token}`
  return {
    all: own,
    data: `${own}/gegevens`,
    ofSession: (briefingSessionId: string) => {
      const page = `${own}/bijeenkomst/${briefingSessionId}`
      return {
        page,
        yes: `${page}?antwoord=ja`,
        maybe: `${page}?antwoord=misschien`,
        no: `${page}?antwoord=nee`,
        data: `${own}/gegevens`,
      }
    },
    /** For whoever is no participant: a speaker, a room, a clerk who holds an option. */
    ofEngagement: (briefingSessionId: string) => {
      const page = `${own}/afspraak/${briefingSessionId}`
      return {
        page,
        yes: `${page}?antwoord=ja`,
        maybe: page,
        no: `${page}?antwoord=nee`,
        data: `${own}/gegevens`,
      }
    },
  }
}

/** Page first, POST to stop; mail servers post to the same address (RFC 8058). The token stops reminders and opens nothing. */
export function stopRemindersUrl(site: Pick<Site, 'baseUrl'>, token: string): string {
  return `${site.baseUrl}/afmelden/${token}`
}
