import type { CouncilReminding } from '#app/domain/inviting/council-reminder.ts'
import { ButtonLink } from '../page/button-link.tsx'
import { silentCount, turnsInWords } from './remind-words.ts'

type RemindLinkProps = { councils: readonly CouncilReminding[]; href: string }

/** The way to asking once more who has not answered, as long as there is one. */
export function RemindLink({ councils, href }: RemindLinkProps) {
  const silent = councils.filter((council) => silentCount(council.silent) > 0)
  const isPossible = silent.some(({ refused }) => refused === undefined)
  const [only] = councils
  return (
    <section className="not-on-paper" aria-labelledby="herinneren">
      <h2 id="herinneren">Wie nog niet reageerde</h2>
      {silent.length === 0 && <p>Iedereen met een plaats heeft gereageerd.</p>}
      {silent.length > 0 && councils.length === 1 && only && <p>{turnsInWords(only)}</p>}
      {silent.length > 0 && councils.length > 1 && !isPossible && <p>Dit kan nu voor geen van de raden.</p>}
      {isPossible && (
        <ButtonLink kind="secondary" href={href}>
          Herinner wie nog niet reageerde
        </ButtonLink>
      )}
    </section>
  )
}
