import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { mayAppoint } from '#app/domain/access/permissions.ts'

/** The door "Beheer": each role comes out at the first page it may use. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  return redirect(mayAppoint(viewer) ? '/beheer/personen' : '/beheer/sprekers')
}
