import { formatTime } from '#app/domain/calendar-text.ts'
import { action, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'

export type SignInLink = { name: string; signInUrl: string; expiresAt: Temporal.Instant }

export function signInLink({ name, signInUrl, expiresAt }: SignInLink) {
  return composeMail({
    kind: 'sign-in-link',
    dossier: { dosNumber: null },
    subject: 'Inloggen bij Raadsbriefing',
    recipientName: name,
    blocks: [
      paragraph('U hebt gevraagd om in te loggen. Open de link en klik op de pagina op “Inloggen”.'),
      action('Open de inlogpagina', signInUrl),
      paragraph(`De link werkt één keer, tot ${formatTime(expiresAt)} uur. Dat mag ook op een ander apparaat.`),
      paragraph(
        'Hebt u dit niet gevraagd? Dan hoeft u niets te doen. Zonder deze mail kan niemand met uw adres inloggen.',
      ),
    ],
  })
}
