type WhoSeesWhatProps = { municipalityName: string; retentionDays: number }

/** Said before somebody fills anything in: who sees what, and until when. */
export function WhoSeesWhat({ municipalityName, retentionDays }: WhoSeesWhatProps) {
  return (
    <section aria-labelledby="wie-ziet-wat">
      <h2 id="wie-ziet-wat">Wie ziet uw gegevens?</h2>
      <ul>
        <li>De griffie van {municipalityName} ziet uw naam, uw rol en of u komt. Uw e-mailadres ziet zij niet.</li>
        <li>
          Medewerkers van de provincie zien daarnaast wat u nodig hebt en welke vraag u vooraf stelt. De sprekers kunnen
          uw vraag horen, zonder uw naam. Verder ziet niemand dit.
        </li>
        <li>Andere deelnemers zien niets van u. Wij vragen nooit naar uw partij of fractie.</li>
        <li>{retentionDays} dagen na de bijeenkomst wissen wij uw gegevens. Alleen aantallen blijven staan.</li>
      </ul>
      <p>
        Met de link in uw uitnodiging kunt u uw gegevens zelf bekijken, wijzigen en wissen. Lees ook onze{' '}
        <a href="/privacy">privacyverklaring</a>.
      </p>
    </section>
  )
}
