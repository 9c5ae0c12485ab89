type ClarificationListProps = {
  clarifications: readonly { id: string; question: string; answer?: string | undefined; askedBy: string }[]
}

/** Questions of the province and what the council answered. Draws nothing when there were none. */
export function ClarificationList({ clarifications }: ClarificationListProps) {
  if (clarifications.length === 0) return null
  return (
    <section aria-labelledby="vragen">
      <h2 id="vragen">Vragen en antwoorden</h2>
      {clarifications.map(({ id, question, answer, askedBy }) => (
        <div key={id} className="stack clarification">
          <p>
            <strong>Vraag van {askedBy}</strong>
          </p>
          <p className="kept-lines">{question}</p>
          <p>
            <strong>{answer ? 'Antwoord van de griffie' : 'Nog geen antwoord'}</strong>
          </p>
          {answer && <p className="kept-lines">{answer}</p>}
        </div>
      ))}
    </section>
  )
}
