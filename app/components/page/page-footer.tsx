/** The three links the law and good manners ask for, on every page. */
export function PageFooter() {
  return (
    <footer className="page-footer">
      <p>Raadsbriefing is van de provincie Zuid-Holland, voor alle gemeenteraden in de provincie.</p>
      <nav aria-label="Over deze site">
        <ul>
          <li>
            <a href="/toegankelijkheid">Toegankelijkheid</a>
          </li>
          <li>
            <a href="/privacy">Privacy</a>
          </li>
          <li>
            <a href="/.well-known/security.txt">Beveiligingsprobleem melden</a>
          </li>
        </ul>
      </nav>
    </footer>
  )
}
