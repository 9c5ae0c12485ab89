import { Notice } from '../page/notice.tsx'

type RequestFlagsProps = {
  view: {
    reference: string
    dosNumber: string | undefined
    unknownMailDomain: boolean
    contact: { address?: string | undefined }
  }
  /** How many mails wait for the number. */
  withheld: number
  /** Whose address does not work, with how many mails wait for that. */
  unreached: readonly { personId: string; name: string; mails: number }[]
}

/** What staff have to know before they act. Draws nothing when all is well. */
export function RequestFlags({ view, withheld, unreached }: RequestFlagsProps) {
  return (
    <>
      {!view.dosNumber && (
        <Notice kind="warning" title="DOS-nummer ontbreekt">
          <p>
            Het DOS-nummer is het nummer van het dossier bij de provincie. Zonder nummer gaan er geen mails over het
            dossier uit.
            {withheld > 0 && (withheld === 1 ? ' Er wacht 1 mail.' : ` Er wachten ${withheld} mails.`)}
          </p>
          <p>
            <a href={`/beheer/aanvraag/${view.reference}/dos-nummer`}>DOS-nummer invullen</a>
          </p>
        </Notice>
      )}
      {unreached.length > 0 && (
        <Notice kind="warning" title="Niet iedereen krijgt onze mail">
          <ul>
            {unreached.map(({ personId, name, mails }) => (
              <li key={personId}>
                {heldBackWords(name, mails)} <a href={`/beheer/post/adres/${personId}`}>Zoek het juiste adres</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {view.unknownMailDomain && (
        <Notice kind="warning" title="Onbekend maildomein">
          <p>
            Van deze griffie kennen wij geen adres dat eindigt zoals {view.contact.address ?? 'dit adres'}. Controleer
            wie de aanvrager is voordat u iets toezegt.
          </p>
        </Notice>
      )}
    </>
  )
}

/** Mail to somebody came back earlier, so what is new waits. */
export function heldBackWords(name: string, mails: number): string {
  return `Het adres van ${name} werkt niet. ${mails === 1 ? 'Er wacht 1 mail.' : `Er wachten ${mails} mails.`}`
}
