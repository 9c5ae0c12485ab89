import type { WaitingMailWords } from '#app/domain/inviting/waiting-mail.ts'
import { Notice } from '../page/notice.tsx'

/** Tells staff of mail that should have left and has not, and of mail that did not arrive. Nothing when all is well. */
export function WaitingMailNotice({ words }: { words: WaitingMailWords }) {
  return (
    <>
      {words.waiting && (
        <Notice kind="warning" title={words.waiting}>
          <p>
            De mailserver neemt nu geen mail aan, of doet dat langzaam. Er gaat niets verloren: het portaal blijft het
            proberen.
          </p>
          {words.inDoubt && <p>{words.inDoubt} Zo nodig gaat precies dezelfde mail nog een keer.</p>}
        </Notice>
      )}
      {words.failed && (
        <Notice kind="warning" title={words.failed}>
          <p>De mailserver weigerde, of het lukte twee dagen lang niet. Controleer het adres, of bel.</p>
        </Notice>
      )}
    </>
  )
}
