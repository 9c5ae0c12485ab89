import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { ButtonLink } from '../page/button-link.tsx'

type StaffStepsProps = {
  view: {
    reference: string
    version: number
    status: string
    may: { accept: boolean; ask: boolean; propose: boolean; withdrawProposal: boolean; decline: boolean }
  }
  sessions: readonly { id: string; title: string }[]
  isMine: boolean
}

/** What staff can do with a request now. */
export function StaffSteps({ view, sessions, isMine }: StaffStepsProps) {
  const here = `/beheer/aanvraag/${view.reference}`
  const mayPlan = view.status === 'inTreatment' && sessions.length === 0
  const mayPropose = view.may.propose && sessions.length === 0
  const isOpen = view.may.accept || view.may.ask || view.may.decline
  return (
    <section className="not-on-paper" aria-labelledby="doen">
      <h2 id="doen">Wat kunt u doen?</h2>
      <div className="stack">
        {mayPlan && (
          <ButtonLink href={`/beheer/sessies/nieuw?aanvraag=${view.reference}`}>
            Bijeenkomst maken van deze aanvraag
          </ButtonLink>
        )}
        {sessions.map(({ id, title }) => (
          <p key={id}>
            Bijeenkomst: <a href={`/beheer/sessies/${id}`}>{title}</a>
          </p>
        ))}
        {view.may.accept && <ButtonLink href={`${here}/aannemen`}>Aanvraag aannemen</ButtonLink>}
        {mayPropose && (
          <ButtonLink kind="secondary" href={`${here}/voorstel`}>
            Avonden voorstellen
          </ButtonLink>
        )}
        {view.may.withdrawProposal && (
          <ButtonLink kind="secondary" href={`${here}/voorstel-intrekken`}>
            Voorstel intrekken
          </ButtonLink>
        )}
        {view.may.ask && (
          <ButtonLink kind="secondary" href={`${here}/vraag`}>
            Vraag stellen
          </ButtonLink>
        )}
        {view.may.decline && (
          <ButtonLink kind="secondary" href={`${here}/afwijzen`}>
            Afwijzen met alternatief
          </ButtonLink>
        )}
        {isOpen && !isMine && (
          <PostForm>
            <input type="hidden" name="version" value={view.version} />
            <SubmitButton kind="subtle">Ik behandel deze aanvraag</SubmitButton>
          </PostForm>
        )}
        <p>
          <a href={`${here}/dos-nummer`}>DOS-nummer invullen of wijzigen</a>
        </p>
      </div>
    </section>
  )
}
