import type { LoaderFunctionArgs } from '@remix-run/node'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { listTopics } from '#db/catalogue/offer.ts'
import { listMunicipalities } from '#db/catalogue/places.ts'

export async function loader({ context: { db, env, now } }: LoaderFunctionArgs) {
  const [municipalities, topics] = await Promise.all([listMunicipalities(db, dateInAmsterdam(now())), listTopics(db)])
  const paths = [
    '/',
    '/gemeenten',
    '/onderwerpen',
    '/toegankelijkheid',
    '/privacy',
    ...municipalities.map((municipality) => `/gemeenten/${municipality.slug}`),
    ...topics.map((topic) => `/onderwerpen/${topic.id}`),
  ]
  // Slugs and ids are [a-z0-9-] by their check constraint: nothing to escape.
  const entries = paths.map((path) => `<url><loc>${env.BASE_URL}${path}</loc></url>`).join('')
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</urlset>\n`,
    {
      headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, no-cache' },
    },
  )
}
