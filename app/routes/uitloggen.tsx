import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { clearedSignInCookie, findSignedIn } from '#app/auth.server.ts'
import { PostForm } from '#app/components/form/post-form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { endSignIn } from '#app/use-cases/access/end-sign-in.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.isSignedIn ? 'Uitloggen' : 'U bent uitgelogd'} - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  return { isSignedIn: (await findSignedIn(args)) !== undefined }
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args
  const viewer = await findSignedIn(args)
  if (viewer) await endSignIn(context.db, { viewer, signInId: viewer.signInId }, context.now())
  return redirect('/uitloggen', { headers: { 'Set-Cookie': await clearedSignInCookie(context) } })
}

export default function SignOutPage() {
  const { isSignedIn } = useLoaderData<typeof loader>()
  if (!isSignedIn) {
    return (
      <PageLayout>
        <h1>U bent uitgelogd</h1>
        <p>
          <a href="/inloggen">Log weer in</a> of ga naar de <a href="/">beginpagina</a>.
        </p>
      </PageLayout>
    )
  }
  return (
    <PageLayout>
      <h1>Uitloggen</h1>
      <p className="lead">U bent nog ingelogd op dit apparaat.</p>
      <PostForm>
        <SubmitButton>Uitloggen op dit apparaat</SubmitButton>
      </PostForm>
      <p>
        Op andere apparaten uitloggen? Dat doet u op <a href="/account">uw eigen pagina</a>.
      </p>
    </PageLayout>
  )
}
