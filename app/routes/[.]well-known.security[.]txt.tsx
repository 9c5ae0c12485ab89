import type { LoaderFunctionArgs } from '@remix-run/node'
import { textAnswer } from '#app/web/public-page.ts'

const halfAYear = Temporal.Duration.from({ days: 180 })

/** RFC 9116. */
export function loader({ context: { env, now } }: LoaderFunctionArgs) {
  const today = now().toZonedDateTimeISO('UTC').startOfDay()
  return textAnswer([
    `Contact: ${env.SECURITY_CONTACT}`,
    `Expires: ${today.add(halfAYear).toInstant().toString({ smallestUnit: 'second' })}`,
    `Canonical: ${env.BASE_URL}/.well-known/security.txt`,
    'Preferred-Languages: nl, en',
    ...(env.SECURITY_POLICY ? [`Policy: ${env.SECURITY_POLICY}`] : []),
  ])
}
