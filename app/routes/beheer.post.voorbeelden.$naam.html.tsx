import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { mailFrame } from '#app/pages/inviting/mail-frame.server.ts'
import { openSampleMail } from '#app/use-cases/inviting/open-sample-mail.ts'

/** The sample's own document, for the frame on its page. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args)
  return mailFrame((await openSampleMail(args.params.naam ?? ''))?.shown.html)
}
