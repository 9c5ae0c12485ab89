import { type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { RequestFormView, TypedRequest } from '#app/forms/requesting/request-form-view.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { RefusalBanner } from '../refusal-banner.tsx'
import { StepLine } from '../step-line.tsx'
import { RequestForm } from './request-form.tsx'
import { RequesterLayout, type SignedInRequester } from './requester-layout.tsx'

type RequestFormPageProps = {
  view: RequestFormView
  lastResult: SubmissionResult<string[]> | undefined
  version?: number
  signedIn: SignedInRequester | undefined
  /** Said above the form, for instance that it was kept. */
  children?: ReactNode
}

/** Step 1 of 2: the form. */
export function RequestFormPage({ view, lastResult, version, signedIn, children }: RequestFormPageProps) {
  const [form] = useForm<TypedRequest>({ id: 'aanvraag', lastResult, defaultValue: view.typed })
  return (
    <RequesterLayout signedIn={signedIn} current="aanvragen">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      {children && (
        <Notice kind="success" role="status">
          {children}
        </Notice>
      )}
      <StepLine step={1} of={2} />
      <h1>Briefing aanvragen voor de raad van {view.lead.name}</h1>
      <p className="lead">
        Wij hebben alvast ingevuld wat wij weten. Vul alle vragen in, behalve waar “(niet verplicht)” staat.
      </p>
      <p>
        {!signedIn && (
          <>
            Bent u niet van {view.lead.name}? <a href="/aanvragen">Kies een andere gemeente</a>.{' '}
          </>
        )}
        Hierna controleert u alles nog een keer.
      </p>
      <RequestForm view={view} form={form} version={version} />
    </RequesterLayout>
  )
}
