import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { formAction } from '#app/form-action.server.ts'
import { emptyForm } from '#app/forms/access/empty-form.ts'
import { isLinkOfErased, requirePerson } from '#app/pages/access/personal-link.server.ts'
import { eraseParticipant } from '#app/use-cases/attending/erase-participant.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction = () => [
  { title: 'Uw gegevens wissen - Raadsbriefing' },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { token } = await requirePerson(args)
  return { token }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  if (await isLinkOfErased(args)) return redirect('/mijn/gewist')
  const { personId } = await requirePerson(args)
  return formAction(await args.request.formData(), emptyForm, async () => {
    await eraseParticipant(db, site, { personId }, now())
    return redirect('/mijn/gewist')
  })
}

export default function EraseOwnDataPage() {
  const { token } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form] = useForm({ id: 'wissen', lastResult })
  return (
    <PageLayout>
      <RefusalBanner form={form} />
      <Breadcrumbs
        crumbs={[
          { href: `/mijn/${token}`, text: 'Uw bijeenkomsten' },
          { href: `/mijn/${token}/gegevens`, text: 'Uw gegevens' },
        ]}
      />
      <h1>Uw gegevens wissen</h1>
      <p className="lead">Dit gebeurt er als u op de knop klikt. U kunt het niet terugdraaien.</p>
      <ul>
        <li>Uw naam, e-mailadres, vragen en voorzieningen verdwijnen, en alle mail die wij u stuurden.</li>
        <li>U verliest uw plaats bij bijeenkomsten die nog komen. Iemand anders kan die krijgen.</li>
        <li>
          Staat er nog een bijeenkomst in uw agenda? Die kunnen wij daarna niet meer weghalen. Verwijder die zelf, of
          meld u eerst af: dan doet uw agenda dat.
        </li>
        <li>De links in onze mails werken niet meer.</li>
        <li>Aantallen blijven staan, zonder dat u erin te herkennen bent.</li>
      </ul>
      <PostForm>
        <div className="actions">
          <SubmitButton danger>Mijn gegevens wissen</SubmitButton>
        </div>
      </PostForm>
      <p>
        <a href={`/mijn/${token}/gegevens`}>Niet wissen</a>
      </p>
    </PageLayout>
  )
}
