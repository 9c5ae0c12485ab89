import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { OldAndNew } from '#app/domain/scheduling/session-words.ts'
import { PreviewSteps } from '../form/preview-steps.tsx'
import { ForeseenMailList, type ForeseenMailListProps } from '../inviting/foreseen-mail-list.tsx'
import { DataTable } from '../page/data-table.tsx'
import { WarningList } from '../page/warning-list.tsx'

type ChangePreviewProps = {
  session: BriefingSession
  preview: {
    differences: readonly OldAndNew[]
    asksAgain: boolean
    answered: number
    isQuiet: boolean
    warnings: readonly string[]
    mails: ForeseenMailListProps['mails']
  }
  /** What was typed, to be sent again by the button that does it. */
  entries: readonly (readonly [string, string])[]
}

/** Old and new, who hears of it, and whether they are asked again; with the way on and the way back. */
export function ChangePreview({ session, preview, entries }: ChangePreviewProps) {
  return (
    <>
      <h1>Controleer uw wijziging</h1>
      <p className="lead">{session.title}</p>
      <DataTable
        caption="Wat er verandert"
        columns={[
          { key: 'what', header: 'Wat', cell: ({ what }) => what },
          { key: 'was', header: 'Was', cell: ({ was }) => was },
          { key: 'becomes', header: 'Wordt', cell: ({ becomes }) => becomes },
        ]}
        rows={preview.differences}
        rowKey={({ what }) => what}
        empty={<p>Deelnemers merken niets van deze wijziging.</p>}
      />
      <WarningList warnings={preview.warnings} />
      <h2>Wie bericht krijgt</h2>
      <p>{answersSentence(preview)}</p>
      <ForeseenMailList session={session} mails={preview.mails} />
      <PreviewSteps entries={entries} step="toepassen">
        {preview.mails.kinds.length === 0 ? 'Wijziging opslaan' : 'Wijzigen en bericht sturen'}
      </PreviewSteps>
    </>
  )
}

function answersSentence({ asksAgain, answered, isQuiet, mails }: ChangePreviewProps['preview']): string {
  if (isQuiet) return 'Over een andere tekst krijgen deelnemers geen bericht. Alle antwoorden blijven staan.'
  if (!asksAgain && mails.kinds.some(({ kind }) => kind === 'session-changed'))
    return 'De antwoorden blijven staan. Niemand hoeft opnieuw te antwoorden. Wie nee zei of op de wachtlijst blijft, krijgt geen bericht.'
  if (!asksAgain) return 'De antwoorden blijven staan. Niemand hoeft opnieuw te antwoorden.'
  if (answered === 0 && mails.kinds.length === 0 && mails.withheld.length === 0)
    return 'De tijd verandert. Er is nog niemand die wij opnieuw om een antwoord vragen.'
  if (answered === 0) return 'De tijd verandert. Wij vragen iedereen opnieuw om een antwoord.'
  return `De tijd verandert. Wij vragen iedereen opnieuw om een antwoord: ${answered === 1 ? '1 antwoord vervalt' : `${answered} antwoorden vervallen`}.`
}
