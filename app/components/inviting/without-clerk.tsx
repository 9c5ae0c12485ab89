import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { Notice } from '../page/notice.tsx'

/** Councils of whom no clerk is known here, so that nobody of theirs hears of it. Draws nothing when there are none. */
export function WithoutClerk({ municipalities }: { municipalities: readonly string[] }) {
  if (municipalities.length === 0) return null
  return (
    <Notice kind="warning" title="Niet elke griffie krijgt bericht">
      <p>
        Van {joinNames([...municipalities])} staat hier geen griffie. Bel of mail deze{' '}
        {municipalities.length === 1 ? 'griffie' : 'griffies'} zelf.
      </p>
    </Notice>
  )
}
