type MailSourceProps = { text: string; headers: string; source: string }

/** A mail of a stranger as it came: as text only. What is in it is never drawn, loaded or run. */
export function MailSource({ text, headers, source }: MailSourceProps) {
  return (
    <section aria-labelledby="mail">
      <h2 id="mail">De mail zelf</h2>
      {text ? (
        <pre className="mail-text" dir="auto">
          {text}
        </pre>
      ) : (
        <p>In deze mail staat geen tekst.</p>
      )}
      <details>
        <summary>Kopregels</summary>
        <pre className="mail-text">{headers}</pre>
      </details>
      <details>
        <summary>De rest van de bron</summary>
        <pre className="mail-text">{source}</pre>
      </details>
    </section>
  )
}
