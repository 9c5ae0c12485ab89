/** How people put the address in the programs they know, in one sentence each. */
export function CalendarFeedHelp() {
  return (
    <section aria-labelledby="programmas">
      <h2 id="programmas">Zo zet u het in uw agenda</h2>
      <ul>
        <li>
          <strong>Outlook</strong>: ga naar Agenda, kies “Agenda toevoegen” en dan “Abonneren via internet”, en plak het
          adres.
        </li>
        <li>
          <strong>Google Agenda</strong>: klik op een computer op het plusteken bij “Andere agenda’s”, kies “Via URL” en
          plak het adres.
        </li>
        <li>
          <strong>Apple</strong>: kies op een iPhone of iPad “Openen in mijn agenda”; op een Mac kiest u in Agenda
          “Archief” en dan “Nieuw agenda-abonnement”.
        </li>
      </ul>
      <p>
        Wijzigt er iets, dan wijzigt uw agenda vanzelf mee. Hoe snel bepaalt uw programma: dat kan een uur duren, soms
        een dag. Een bijeenkomst die niet doorgaat, blijft een maand zichtbaar.
      </p>
      <p>Wie het adres heeft, kan deze agenda lezen. Deel het dus met niemand. Wijzigen kan er niet mee.</p>
    </section>
  )
}
