import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { clearedSignInCookie, requireUser } from '#app/auth.server.ts'
import { DeviceList } from '#app/components/access/device-list.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { DefinitionList } from '#app/components/page/definition-list.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { roleText } from '#app/domain/access/role-text.ts'
import { isClerk, isStaff } from '#app/domain/access/viewer.ts'
import { councilsOf } from '#app/domain/catalogue/join-names.ts'
import { formAction } from '#app/form-action.server.ts'
import { accountForm } from '#app/forms/access/account-form.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { endAllSignIns } from '#app/use-cases/access/end-all-sign-ins.ts'
import { endSignIn } from '#app/use-cases/access/end-sign-in.ts'
import { findOwnAddress } from '#db/access/people.ts'
import { listDevices } from '#db/access/sign-ins.ts'
import { listRequestsSentBy } from '#db/requesting/briefing-requests.ts'

export const meta: MetaFunction = () => [{ title: 'Mijn gegevens - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const viewer = await requireUser(args)
  const [address, devices, requests] = await Promise.all([
    findOwnAddress(db, viewer.personId),
    listDevices(db, viewer.personId, now()),
    listRequestsSentBy(db, viewer.personId),
  ])
  const roles = [
    ...viewer.councils.map(({ role, councilName }) => `${roleText[role]} van de ${councilName}`),
    ...viewer.staff.map(({ role }) => `${roleText[role]} bij de provincie`),
  ]
  return {
    signedIn: signedInRequester(viewer),
    name: viewer.name,
    address: address ?? 'onbekend',
    roles,
    requests: requests.map(({ reference, councils }) => ({
      reference,
      councils: councilsOf(councils.map(({ municipalityName }) => municipalityName)),
    })),
    doors: { clerk: isClerk(viewer), staff: isStaff(viewer) },
    devices: devices.map((device) => ({
      signInId: device.signInId,
      since: device.createdAt.toString(),
      lastSeen: device.lastSeenAt.toString(),
      isThisOne: device.signInId === viewer.signInId,
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { db, now } = context
  const viewer = await requireUser(args)
  const signedOut = async () =>
    redirect('/uitloggen', { headers: { 'Set-Cookie': await clearedSignInCookie(context) } })
  return formAction(await request.formData(), accountForm, async (order) => {
    if (order.intent === 'endAllSignIns') {
      await endAllSignIns(db, viewer, now())
      return signedOut()
    }
    await endSignIn(db, { viewer, signInId: order.signInId }, now())
    return order.signInId === viewer.signInId ? signedOut() : redirect('/account?gedaan=uitgelogd')
  })
}

function linksOf(doors: { clerk: boolean; staff: boolean }) {
  return [
    ...(doors.clerk ? [{ href: '/griffie', text: 'Mijn raad' }] : []),
    ...(doors.staff ? [{ href: '/beheer/wachtrij', text: 'Wachtrij' }] : []),
  ]
}

export default function AccountPage() {
  const { signedIn, name, address, roles, doors, devices, requests } = useLoaderData<typeof loader>()
  return (
    <PageLayout signedIn={signedIn} links={doors.clerk || doors.staff ? linksOf(doors) : undefined}>
      <Outcome words={{ uitgelogd: 'U bent uitgelogd op dat apparaat' }} />
      <h1>Mijn gegevens</h1>
      {doors.clerk && doors.staff && <p className="lead">U hebt twee rollen. Kies waarmee u begint.</p>}
      {!doors.clerk && !doors.staff && (
        <p className="lead">
          U hebt nog geen rol in het portaal. De provincie bekijkt dat bij uw aanvraag; u hoeft niets te doen.
        </p>
      )}
      <div className="actions">
        {doors.clerk && <ButtonLink href="/griffie">Naar mijn raad</ButtonLink>}
        {doors.staff && <ButtonLink href="/beheer/wachtrij">Naar de wachtrij</ButtonLink>}
      </div>
      {requests.length > 0 && (
        <>
          <h2>Uw aanvragen</h2>
          <ul>
            {requests.map(({ reference, councils }) => (
              <li key={reference}>
                <a href={`/aanvraag/${reference}`}>
                  Aanvraag <span className="one-line">{reference}</span>
                </a>{' '}
                van {councils}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Wie u bent</h2>
      <DefinitionList
        rows={[
          { key: 'name', term: 'Naam', value: name },
          { key: 'address', term: 'E-mailadres', value: address },
          { key: 'roles', term: 'Rol', value: roles.join(', ') || 'geen' },
        ]}
      />
      <p>Klopt uw rol niet? Vraag het de beheerder van het portaal bij de provincie.</p>
      {(doors.clerk || doors.staff) && (
        <p>
          <a href="/account/agenda">Zet de bijeenkomsten in uw agenda</a>
        </p>
      )}
      <h2>Waar u bent ingelogd</h2>
      <p>Wij bewaren niet welk apparaat het is. U blijft hooguit twaalf uur ingelogd.</p>
      <DeviceList devices={devices} />
      <PostForm>
        <input type="hidden" name="intent" value="endAllSignIns" />
        <SubmitButton kind="secondary">Overal uitloggen</SubmitButton>
      </PostForm>
    </PageLayout>
  )
}
