import type { ReactNode } from 'react'
import { ErrorSummary, type FormErrors } from '../form/error-summary.tsx'
import { RefusalBanner } from '../form/refusal-banner.tsx'
import { Breadcrumbs } from '../page/breadcrumbs.tsx'
import { ButtonLink } from '../page/button-link.tsx'
import { Notice } from '../page/notice.tsx'
import { StaffLayout } from '../page/staff-layout.tsx'
import { WholeNumbers } from '../page/whole-numbers.tsx'

type StaffStepPageProps = {
  step: {
    signedIn: { name: string }
    reference: string
    statusText: string
    isPossible: boolean
    dosNumber?: string | undefined
    summary: string
  }
  form: FormErrors
  title: string
  /** False where the number itself is asked. */
  sendsMail?: boolean
  children: ReactNode
}

/** One step of staff on a page of its own: what it is about, what happens, and the button. */
export function StaffStepPage({ step, form, title, sendsMail = true, children }: StaffStepPageProps) {
  const request = `/beheer/aanvraag/${step.reference}`
  return (
    <StaffLayout signedIn={step.signedIn} current="wachtrij">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Breadcrumbs
        crumbs={[
          { href: '/beheer/wachtrij', text: 'Wachtrij' },
          { href: request, text: step.reference },
        ]}
      />
      <h1>
        <WholeNumbers>{title}</WholeNumbers>
      </h1>
      <p className="lead">{step.summary}</p>
      {step.isPossible ? (
        <>
          {sendsMail && !step.dosNumber && (
            <Notice kind="warning" title="DOS-nummer ontbreekt">
              <p>
                De mail blijft liggen tot u het nummer hebt ingevuld.{' '}
                <a href={`${request}/dos-nummer`}>Vul het eerst in</a>.
              </p>
            </Notice>
          )}
          {children}
        </>
      ) : (
        <Notice kind="info">
          <p>Dit kan nu niet: de aanvraag staat op “{step.statusText}”.</p>
        </Notice>
      )}
      <p className="actions">
        <ButtonLink kind="subtle" href={request}>
          Terug naar de aanvraag
        </ButtonLink>
      </p>
    </StaffLayout>
  )
}
