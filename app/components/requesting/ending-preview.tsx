import type { WithheldReason } from '#app/domain/inviting/outbox-words.ts'
import { MailPreview, type PlannedMail } from '../inviting/mail-preview.tsx'
import { WithheldNotice } from '../inviting/withheld-notice.tsx'
import { Notice } from '../page/notice.tsx'

type EndingPreviewProps = {
  preview: {
    evenings: readonly { id: string; title: string; when: string; isAnnounced: boolean; goesOn: boolean }[]
    mails: readonly PlannedMail[]
    withheld: readonly { reason: WithheldReason; mails: number }[]
  }
}

/** What ending a request does to the evenings that stand for it, and which mails leave. */
export function EndingPreview({ preview: { evenings, mails, withheld } }: EndingPreviewProps) {
  return (
    <>
      {evenings.map((evening) => (
        <Notice key={evening.id} kind="warning" title={`${evening.title}, ${evening.when}`}>
          <p>{consequence(evening)}</p>
        </Notice>
      ))}
      <MailPreview mails={mails} />
      <WithheldNotice withheld={withheld} />
    </>
  )
}

function consequence({ isAnnounced, goesOn }: EndingPreviewProps['preview']['evenings'][number]): string {
  if (goesOn && isAnnounced)
    return 'Deze bijeenkomst gaat door voor andere raden. Alleen de raden van deze aanvraag vallen eraf. Wie van hen was aangemeld, krijgt een afzegging.'
  if (goesOn)
    return 'Deze bijeenkomst in voorbereiding gaat door voor andere raden. Alleen de raden van deze aanvraag vallen eraf.'
  if (isAnnounced)
    return 'Deze bijeenkomst gaat niet door. Wie de afspraak in de agenda kan hebben, krijgt een afzegging. Een zaal en sprekers die vastlagen, komen vrij.'
  return 'Deze bijeenkomst was nog in voorbereiding en vervalt. Een zaal en sprekers die vastlagen, komen vrij. Raadsleden merken er niets van.'
}
