import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findSignedIn, readSignInToken, signInCookie } from '#app/auth.server.ts'
import { SignInForm } from '#app/components/access/sign-in-form.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { type SignsInAs, startPage } from '#app/domain/access/sign-in.ts'
import { hashToken } from '#app/domain/access/tokens.server.ts'
import { formAction } from '#app/form-action.server.ts'
import { emptyForm } from '#app/forms/access/empty-form.ts'
import { redeemSignInLink } from '#app/use-cases/access/redeem-sign-in-link.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { countAttempt } from '#app/web/rate-limit.server.ts'
import { findSignInLink } from '#db/access/sign-in-tokens.ts'

const buttonText: Record<SignsInAs, string> = {
  clerk: 'Inloggen als griffier',
  staff: 'Inloggen als medewerker van de provincie',
  both: 'Inloggen als griffier en medewerker',
  none: 'Inloggen',
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.signsInAs ? 'Bevestig dat u wilt inloggen' : 'Deze link werkt niet meer'} - Raadsbriefing` },
]

/** Looking uses nothing up: mail scanners open every link. Nothing on the page says whose link it is. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const link = await findSignInLink(db, hashToken(args.params.token ?? ''), now())
  if (link) return data({ signsInAs: link.signsInAs, isSignedIn: false })
  return data({ signsInAs: undefined, isSignedIn: (await findSignedIn(args)) !== undefined }, { status: 404 })
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const { db, now } = context
  const token = params.token ?? ''
  const viewer = await findSignedIn(args)
  // The second click on the button arrives after the first one signed in.
  if (viewer && !(await findSignInLink(db, hashToken(token), now()))) return redirect(startPage(viewer))
  return formAction(await request.formData(), emptyForm, async () => {
    await countAttempt(context, 'redeemLinkPerNetwork', context.network)
    const replacesToken = await readSignInToken(args)
    const { signInToken, goTo } = await redeemSignInLink(db, { token, replacesToken }, now())
    return redirect(goTo, { headers: { 'Set-Cookie': await signInCookie(context, signInToken) } })
  })
}

export default function SignInLinkPage() {
  const { signsInAs, isSignedIn } = useLoaderData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ address: string }>({ id: 'inloggen', lastResult })
  if (!signsInAs) {
    return (
      <PageLayout>
        <h1>Deze link werkt niet meer</h1>
        {isSignedIn ? (
          <p className="lead">
            Dat geeft niet: u bent al ingelogd. <a href="/account">Ga verder</a>
          </p>
        ) : (
          <>
            <p className="lead">Een link werkt één keer en een kwartier lang. Vraag een nieuwe aan.</p>
            <SignInForm field={fields.address} />
          </>
        )}
      </PageLayout>
    )
  }
  return (
    <PageLayout>
      <RefusalBanner form={form} />
      <h1>Bevestig dat u wilt inloggen</h1>
      <p className="lead">U opende de link uit onze mail. Klik op de knop om in te loggen op dit apparaat.</p>
      <PostForm>
        <SubmitButton>{buttonText[signsInAs]}</SubmitButton>
      </PostForm>
      <p>Hebt u niet om een link gevraagd? Sluit dan deze pagina.</p>
    </PageLayout>
  )
}
