import { formatDate } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { type Block, facts, notice } from '../blocks.ts'
import type { Dossier } from '../compose-mail.ts'

/** What every mail about a request knows of it. */
export type RequestedBriefing = Dossier & {
  reference: string
  /** Names of the municipalities whose councils asked, the lead council first. */
  municipalities: readonly string[]
  topics: readonly string[]
  minutes: number
  preferredDates: readonly Temporal.PlainDate[]
}

/** "de gemeenteraad van Leiderdorp", "de gemeenteraden van Leiderdorp, Oegstgeest en Leiden" */
export function councilsInWords(municipalities: readonly string[]): string {
  const word = municipalities.length === 1 ? 'gemeenteraad' : 'gemeenteraden'
  return `de ${word} van ${joinNames(municipalities)}`
}

export function requestFacts(briefing: RequestedBriefing): Block {
  return facts([
    { label: 'Aanvraag', value: briefing.reference },
    { label: 'DOS-nummer', value: briefing.dosNumber ?? 'nog niet bekend' },
    { label: 'Voor', value: joinNames(briefing.municipalities) },
    { label: 'Onderwerpen', value: briefing.topics.join(', ') },
    { label: 'Duur', value: `${briefing.minutes} minuten` },
    { label: 'Voorkeur', value: briefing.preferredDates.map((date) => formatDate(date)).join(' of ') },
  ])
}

/** Nothing when the number is there: it stands in the subject and at the end of every mail. */
export function honestAboutNumber(dosNumber: string | null): Block[] {
  if (dosNumber) return []
  return [
    notice(
      'Uw aanvraag heeft nog geen DOS-nummer. Dat is het nummer van uw dossier bij de provincie. De provincie vult het in. Noem tot die tijd uw aanvraagnummer.',
    ),
  ]
}
