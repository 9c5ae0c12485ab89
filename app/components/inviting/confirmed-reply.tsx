import { answerWords, type GivenAnswer } from '#app/domain/inviting/answer.ts'
import { confirmOutcomeWords } from '#app/domain/inviting/confirmation.ts'
import { Notice } from '../page/notice.tsx'

type ConfirmedReplyProps = {
  /** Undefined when nobody answered in time. */
  outcome: 'confirmed' | 'denied' | undefined
  answer: GivenAnswer
  done: string | null
}

/** The link was used, or is too old. */
export function ConfirmedReply({ outcome, answer, done }: ConfirmedReplyProps) {
  if (outcome === undefined)
    return (
      <Notice kind="warning" title="Deze link werkt niet meer">
        <p>Er is niets veranderd. Antwoord met de link in uw uitnodiging.</p>
      </Notice>
    )
  if (outcome === 'denied')
    return (
      <Notice kind="success" role="status" title="Dank u. Er is niets veranderd">
        <p>Wij hebben dit antwoord niet meegeteld. De provincie ziet dat het niet van u was.</p>
      </Notice>
    )
  if (done === confirmOutcomeWords.earlierVersion)
    return (
      <Notice kind="warning" role="status" title="De tijd van deze bijeenkomst is intussen gewijzigd">
        <p>Uw antwoord ging over de oude tijd. Antwoord opnieuw met de link in uw uitnodiging.</p>
      </Notice>
    )
  if (done === confirmOutcomeWords.olderThanLast)
    return (
      <Notice kind="warning" role="status" title="U gaf daarna nog een ander antwoord">
        <p>Uw laatste antwoord blijft gelden. Wilt u het wijzigen? Gebruik de link in uw uitnodiging.</p>
      </Notice>
    )
  return (
    <Notice kind="success" role="status" title={`Dank u. Uw antwoord is bevestigd: ${answerWords[answer]}`}>
      <p>Wilt u het wijzigen? Gebruik de link in uw uitnodiging.</p>
    </Notice>
  )
}
