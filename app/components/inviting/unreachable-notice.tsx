import { Notice } from '../page/notice.tsx'

type UnreachableNoticeProps = { people: number; audience: 'clerk' | 'staff' }

/** What to do when mail to some participants came back. */
export function UnreachableNotice({ people, audience }: UnreachableNoticeProps) {
  if (people === 0) return null
  return (
    <Notice kind="warning" title={unreachableSentence(people)}>
      <p>
        {audience === 'clerk' ? 'Vraag' : 'Bel en vraag'} om een nieuwe aanmelding met het goede adres, via de link van
        de raad. Vul daarna bij de oude aanmelding zelf “nee” in: dan komt die plaats vrij.
      </p>
    </Notice>
  )
}

export function unreachableSentence(people: number): string {
  return people === 1
    ? 'Mail aan 1 deelnemer kwam niet aan: het adres klopt niet'
    : `Mail aan ${people} deelnemers kwam niet aan: hun adres klopt niet`
}
