/** Above a form where some fields may stay empty: those say so in their label, and no other field has to (NL Design System, "help: show required"). */
export function AllNeeded() {
  return <p>Vul alles in, behalve waar “(niet verplicht)” staat.</p>
}
