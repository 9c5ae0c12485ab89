import { PostForm } from '../post-form.tsx'
import { RequestFormIntroduction } from './request-form-introduction.tsx'
import { RequesterLayout, type SignedInRequester } from './requester-layout.tsx'

type NewRequestFormPageProps = {
  leadName: string
  /** <RequestFormFields>, drawn before. */
  fields: string
  signedIn: SignedInRequester | undefined
}

/** Step 1 of 2 as it is opened. Only what is around the form differs from person to person. */
export function NewRequestFormPage({ leadName, fields, signedIn }: NewRequestFormPageProps) {
  return (
    <RequesterLayout signedIn={signedIn} current="aanvragen">
      <RequestFormIntroduction leadName={leadName} isSignedIn={signedIn !== undefined} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React on this server, and nothing that anybody typed is in it */}
      <PostForm className="form" id="aanvraag" dangerouslySetInnerHTML={{ __html: fields }} />
    </RequesterLayout>
  )
}
