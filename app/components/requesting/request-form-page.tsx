import { type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { DraftConflict, RequestFormView, TypedRequest } from '#app/forms/requesting/request-form-view.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { PostForm } from '../form/post-form.tsx'
import { RefusalBanner } from '../form/refusal-banner.tsx'
import { Notice } from '../page/notice.tsx'
import { DraftConflictSummary } from './draft-conflict-summary.tsx'
import { RequestFormFields } from './request-form-fields.tsx'
import { RequestFormIntroduction } from './request-form-introduction.tsx'
import { RequesterLayout, type SignedInRequester } from './requester-layout.tsx'

type RequestFormPageProps = {
  view: RequestFormView
  lastResult: SubmissionResult<string[]> | undefined
  version?: number
  conflict?: DraftConflict | undefined
  signedIn: SignedInRequester | undefined
  /** Said above the form, for instance that it was kept. */
  children?: ReactNode
}

/** Step 1 of 2: the form with what was typed. Works without JavaScript. */
export function RequestFormPage({ view, lastResult, version, conflict, signedIn, children }: RequestFormPageProps) {
  const [form] = useForm<TypedRequest>({ id: 'aanvraag', lastResult, defaultValue: view.typed })
  return (
    <RequesterLayout signedIn={signedIn} current="aanvragen">
      <ErrorSummary form={form} />
      {conflict ? <DraftConflictSummary conflict={conflict} formId={form.id} /> : <RefusalBanner form={form} />}
      {children && (
        <Notice kind="success" role="status">
          {children}
        </Notice>
      )}
      <RequestFormIntroduction leadName={view.lead.name} isSignedIn={signedIn !== undefined} />
      <PostForm className="form" id={form.id}>
        <RequestFormFields view={view} form={form} version={version} conflict={conflict} />
      </PostForm>
    </RequesterLayout>
  )
}
