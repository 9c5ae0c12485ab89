import { type TrayChoice, trayChoiceWords } from '#app/domain/inviting/tray.ts'
import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Moment } from '../page/moment.tsx'

export type ShownChoice = {
  id: number
  choice: TrayChoice
  reason: string
  personName: string | undefined
  decidedBy: string
  decidedAt: Temporal.Instant
  undoneBy: string | undefined
  undoneAt: Temporal.Instant | undefined
}

type TrayChoicesProps = {
  choices: readonly ShownChoice[]
  /** Nothing is open: the last choice can be taken back. */
  isHandled: boolean
  /** Later mails of this sender that were handled alike. */
  handledAlike: number
  /** The evening is to come: an answer that was linked stops counting. */
  answerCanBeWithdrawn: boolean
}

const whatIsRemembered: Partial<Record<TrayChoice, string>> = {
  linked: 'Een volgend antwoord van deze afzender voor deze deelnemer telt meteen mee.',
  alias: 'Een volgend antwoord voor dit adres telt meteen mee.',
  rejected: 'Een volgende mail van deze afzender leggen wij u niet meer voor.',
}

/** What staff did with it, and the way back. */
export function TrayChoices({ choices, isHandled, handledAlike, answerCanBeWithdrawn }: TrayChoicesProps) {
  const [last] = choices
  if (last === undefined) return null
  const isLinked = last.choice === 'linked' || last.choice === 'alias'
  return (
    <section aria-labelledby="gedaan">
      <h2 id="gedaan">Wat ermee is gedaan</h2>
      <ul>
        {choices.map((each) => (
          <li key={each.id}>
            {trayChoiceWords[each.choice]}
            {each.personName && each.choice !== 'seen' && ` (${each.personName})`}, door {each.decidedBy},{' '}
            <Moment at={each.decidedAt} />
            {each.reason && `: ${each.reason}`}
            {each.undoneAt && (
              <>
                {' '}
                (teruggedraaid door {each.undoneBy}, <Moment at={each.undoneAt} />)
              </>
            )}
          </li>
        ))}
      </ul>
      {isHandled && last.undoneAt === undefined && (
        <>
          {whatIsRemembered[last.choice] && (
            <p>
              {whatIsRemembered[last.choice]}
              {handledAlike > 0 &&
                (handledAlike === 1
                  ? ' Dat gebeurde sindsdien met 1 mail.'
                  : ` Dat gebeurde sindsdien met ${handledAlike} mails.`)}
            </p>
          )}
          <p>
            Draait u dit terug? Dan ligt de mail weer open en onthouden wij niets meer over de afzender.
            {isLinked &&
              (answerCanBeWithdrawn
                ? ' Het antwoord telt dan niet meer mee; het antwoord van daarvoor geldt weer.'
                : ' Het antwoord in het register blijft staan, want de bijeenkomst is voorbij of gaat niet door.')}
          </p>
          <PostForm>
            <input type="hidden" name="intent" value="terugdraaien" />
            <input type="hidden" name="keuze" value={last.id} />
            <SubmitButton kind="secondary">Keuze terugdraaien</SubmitButton>
          </PostForm>
        </>
      )}
    </section>
  )
}
