import type { LoaderFunctionArgs } from '@remix-run/node'
import { textAnswer } from '#app/web/public-page.ts'

/** Search engines find the offer; what belongs to one council or one person stays out. */
export function loader({ context: { env } }: LoaderFunctionArgs) {
  return textAnswer([
    'User-agent: *',
    'Disallow: /account',
    'Disallow: /aanvragen',
    'Disallow: /aanvraag',
    'Disallow: /afmelden',
    'Disallow: /agenda',
    'Disallow: /antwoord',
    'Disallow: /beheer',
    'Disallow: /bijeenkomst',
    'Disallow: /griffie',
    'Disallow: /inloggen',
    'Disallow: /mijn',
    `Sitemap: ${env.BASE_URL}/sitemap.xml`,
  ])
}
