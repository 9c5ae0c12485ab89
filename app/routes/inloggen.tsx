import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findSignedIn } from '#app/auth.server.ts'
import { SignInForm } from '#app/components/access/sign-in-form.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { localPath } from '#app/domain/access/local-path.ts'
import { startPage } from '#app/domain/access/sign-in.ts'
import { formAction } from '#app/form-action.server.ts'
import { signInForm } from '#app/forms/access/sign-in-form.ts'
import { requestSignInLink } from '#app/use-cases/access/request-sign-in-link.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { countSignInLink } from '#app/web/rate-limit.server.ts'

export const meta: MetaFunction = () => [{ title: 'Inloggen - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const returnTo = localPath(new URL(args.request.url).searchParams.get('naar'))
  const viewer = await findSignedIn(args)
  if (viewer) throw redirect(returnTo ?? startPage(viewer))
  return { returnTo }
}

export async function action({ request, context }: ActionFunctionArgs) {
  return formAction(await request.formData(), signInForm, async ({ address, naar }) => {
    await countSignInLink(context, address)
    await requestSignInLink(context.db, { address, returnTo: naar })
    return redirect('/inloggen/verstuurd')
  })
}

export default function SignInPage() {
  const { returnTo } = useLoaderData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ address: string; naar?: string }>({ id: 'inloggen', lastResult })
  return (
    <PageLayout>
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <h1>Inloggen</h1>
      <p className="lead">
        Voor griffies en medewerkers van de provincie. U hebt geen wachtwoord nodig: wij mailen u een link.
      </p>
      <SignInForm field={fields.address} returnTo={fields.naar.initialValue ?? returnTo} />
      <h2>Bent u raadslid?</h2>
      <p>
        Dan hoeft u niet in te loggen. Gebruik de link in uw uitnodiging. Bent u die kwijt? Meld u dan opnieuw aan met
        de link van uw griffie en hetzelfde e-mailadres. U krijgt de uitnodiging nog een keer en houdt één plaats.
      </p>
      <h2>Vraagt uw griffie voor het eerst een briefing aan?</h2>
      <p>
        Begin bij <a href="/gemeenten">uw gemeente</a>. Aan het eind van de aanvraag bevestigt u uw e-mailadres.
      </p>
    </PageLayout>
  )
}
