import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { mailFrame } from '#app/pages/inviting/mail-frame.server.ts'
import { openOutgoingMail } from '#app/use-cases/inviting/open-outgoing-mail.ts'

/** The mail's own document, for the frame on its page. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args)
  const { db, site } = args.context
  const opened = await openOutgoingMail(db, site, args.params.id ?? '')
  return mailFrame(opened?.shown?.html)
}
