import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { AddressForm } from '#app/components/inviting/address-form.tsx'
import { BounceTable } from '#app/components/inviting/bounce-table.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { Moment } from '#app/components/page/moment.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { isStaff } from '#app/domain/access/viewer.ts'
import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { hasLeft } from '#app/domain/attending/registration.ts'
import { suspensionWords } from '#app/domain/inviting/bounce-rule.ts'
import { formAction } from '#app/form-action.server.ts'
import { addressForm } from '#app/forms/inviting/address-form.ts'
import { releaseAddress } from '#app/use-cases/inviting/release-address.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listOwnEvenings } from '#db/attending/participants.ts'
import { findAddressOfPerson } from '#db/inviting/address-release.ts'
import { listBounces } from '#db/inviting/bounces.ts'
import { countWithheldAt } from '#db/inviting/withheld.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Het adres van ${data?.person.name ?? 'een deelnemer'} - Post - Raadsbriefing` },
]

async function requireAddress(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  const person = await findAddressOfPerson(args.context.db, args.params.persoon ?? '')
  if (person === undefined) throw new Response(null, { status: 404 })
  return { viewer, person }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const { viewer, person } = await requireAddress(args)
  const evenings = (await listOwnEvenings(db, person.personId)).filter(
    (evening) => !hasLeft(evening.place) && closedReason(evening, now()) === undefined,
  )
  return {
    viewer,
    person,
    bounces: await listBounces(db, person.emailAddressId),
    withheld: await countWithheldAt(db, person.emailAddressId),
    evenings: evenings.map(({ registrationId, title, start }) => ({ registrationId, title, start })),
    sent: new URL(args.request.url).searchParams.get('verstuurd'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, person } = await requireAddress(args)
  const { personId } = person
  return formAction(await args.request.formData(), addressForm, async ({ address, sendsAgain }) => {
    const by = { staffId: viewer.personId, isAdministrator: isStaff(viewer, 'administrator') }
    const { sent } = await releaseAddress(db, site, { personId, address, sendsAgain, ...by }, now())
    return redirect(`/beheer/post/adres/${personId}?verstuurd=${sent}`)
  })
}

export default function AddressPage() {
  const { viewer, person, bounces, withheld, evenings, sent } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ address: string; sendsAgain: string }>({
    id: 'adres',
    lastResult,
    defaultValue: { address: person.address, sendsAgain: person.suspendedAt && evenings.length > 0 ? 'on' : '' },
  })
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="post">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      {sent !== null && !lastResult && (
        <Notice kind="success" role="status" title="Het adres is bewaard. Er gaat weer mail naartoe, ook wat wachtte.">
          <p>{sentWords(Number(sent))}</p>
        </Notice>
      )}
      <Breadcrumbs crumbs={[{ href: '/beheer/post/onbekend', text: 'Post' }]} />
      <h1>Het adres van {person.name}</h1>
      {person.suspendedAt ? (
        <Notice kind="warning" title="Naar dit adres gaat geen mail meer">
          <p>
            Sinds <Moment at={person.suspendedAt} />
            {person.suspendedReason && `: ${suspensionWords(person.suspendedReason)}`}. De antwoorden van deze deelnemer
            zijn niet veranderd.{' '}
            {person.phone
              ? `Bel ${person.phone} en vraag het juiste adres.`
              : 'Vraag het juiste adres aan de deelnemer of aan de griffie.'}
          </p>
        </Notice>
      ) : (
        <p className="lead">Naar dit adres gaat mail.</p>
      )}
      {withheld > 0 && (
        <p>
          {withheld === 1 ? 'Er wacht 1 mail. Die gaat' : `Er wachten ${withheld} mails. Die gaan`} weg zodra u het
          adres bewaart, op volgorde. Over een bijeenkomst gaat er één mail, zoals die nu is.{' '}
          <a href={`/beheer/post?persoon=${person.personId}&tegengehouden=ja`}>Bekijk wat er wacht</a>
        </p>
      )}
      <BounceTable rows={bounces} />
      <AddressForm fields={fields} evenings={evenings} isSuspended={person.suspendedAt !== undefined} />
    </StaffLayout>
  )
}

function sentWords(sent: number): string {
  if (!(sent > 0)) return 'Er zijn geen uitnodigingen opnieuw verstuurd.'
  return sent === 1 ? 'De uitnodiging is opnieuw klaargezet.' : `${sent} uitnodigingen zijn opnieuw klaargezet.`
}
