import { mailHeadWords, type ShownMail } from '#app/domain/inviting/shown-mail.ts'
import { DefinitionList } from '../page/definition-list.tsx'
import { CalendarEntry } from './calendar-entry.tsx'

type MailViewProps = {
  shown: ShownMail
  /** Where the mail's own document is, to show it in a frame. Without it the words alone are shown. */
  frameSrc?: string
}

/** One mail: as it looked, its words, its calendar entry and its source. Nothing in it works: it is somebody else's. */
export function MailView({ shown, frameSrc }: MailViewProps) {
  return (
    <>
      <p>Links in deze mail werken hier niet, en geheime delen van adressen zijn vervangen door bolletjes.</p>
      {frameSrc && shown.html !== undefined && (
        <section aria-labelledby="zo-zag-hij-eruit">
          <h2 id="zo-zag-hij-eruit">Zo zag de mail eruit</h2>
          <iframe className="mail-frame" src={frameSrc} sandbox="" title="De mail zoals hij eruitzag" />
        </section>
      )}
      {shown.calendar && (
        <section aria-labelledby="agenda">
          <h2 id="agenda">De afspraak voor de agenda</h2>
          <CalendarEntry calendar={shown.calendar} />
        </section>
      )}
      <section aria-labelledby="tekst">
        <h2 id="tekst">De mail als tekst</h2>
        {shown.text === '' ? (
          <p>Deze mail heeft geen tekst.</p>
        ) : (
          <pre className="mail-text mail-words">{shown.text}</pre>
        )}
      </section>
      {shown.attachments.length > 0 && (
        <section aria-labelledby="bijlagen">
          <h2 id="bijlagen">Bijlagen</h2>
          <ul>
            {shown.attachments.map(({ name, type, bytes }) => (
              <li key={`${name} ${type} ${bytes}`}>
                {name || 'zonder naam'} ({type}, {Math.ceil(bytes / 1024)} kB). Hier niet te openen.
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="bron">
        <h2 id="bron">Voor de techniek</h2>
        {shown.head.length > 0 && (
          <DefinitionList
            rows={shown.head.map(({ name, value }) => ({ key: name, term: mailHeadWords[name], value }))}
          />
        )}
        <details>
          <summary>Bekijk de hele mail met alle regels</summary>
          <pre className="mail-text">{shown.source}</pre>
        </details>
      </section>
    </>
  )
}
