import { get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { aClerk } from '#tests/support/people.ts'
import { cookieOf } from '#tests/support/sign-in.ts'
import { type Child, freePort, startPortal, startRole } from './children.ts'
import type { Load, LoadResult } from './load.ts'
import { type Comparison, inTurns, type Workbench } from './report.ts'

const rounds = 3
const connections = 16
const milliseconds = 1_500

type Page = Pick<Load, 'port' | 'path' | 'headers'>

/**
 * Pages of the portal against the least a Remix page can be, asked for by one and the same visitor process.
 *
 * Both sides run on this Node, on this database through the same `connect`, and both compress when the visitor asks for it. The least page is a few hundred
 * bytes, for anybody, with one query by an index. The portal also looks up who is signed in and what roles she has, sends the security headers and fifty
 * kilobytes of form. It keeps that form for everybody with her roles; what it costs to draw one is in the notes.
 */
export async function comparePages({ db, connectionString }: Workbench): Promise<Comparison[]> {
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  const portal = await startPortal({
    ROLE: 'web',
    PORT: String(port),
    BASE_URL: baseUrl,
    DATABASE_URL: connectionString,
    SMTP_URL: 'smtp://127.0.0.1:9',
  })
  const minimal = await startRole('minimal-page', [connectionString])
  const load = await startRole('load')
  try {
    const { personId } = await aClerk(db, 'leiderdorp')
    const cookie = await cookieOf(db, personId)
    const least = { port: (await minimal.ask<{ port: number }>({})).port, path: '/gemeenten/leiderdorp', headers: {} }
    const asBrowser = { 'accept-encoding': 'gzip, deflate, br' }
    const municipality = { port, path: '/gemeenten/leiderdorp', headers: asBrowser }
    const form = { port, path: '/aanvragen?gemeente=leiderdorp', headers: { cookie } }
    // A form that is not kept: with a topic somebody was reading about.
    const drawn = { ...form, path: `${form.path}&onderwerp=wonen` }
    const compressed = { ...form, headers: { cookie, 'accept-encoding': 'gzip' } }
    const measure = (page: Page, least: Page) => compare(load, page, least)
    return [
      {
        name: 'a. gemeentepagina, anoniem',
        unit: 'pagina’s/s',
        target: 8,
        ...(await measure(municipality, { ...least, headers: asBrowser })),
        notes: await weigh(baseUrl, municipality.path),
      },
      {
        name: 'b. aanvraagformulier, aangemeld',
        unit: 'pagina’s/s',
        target: 0.7,
        ...(await measure(form, least)),
        notes: [await formSize(baseUrl + form.path, cookie), tellDrawn(await measure(drawn, least))],
      },
      {
        name: 'b. hetzelfde, gecomprimeerd',
        unit: 'pagina’s/s',
        target: 0.7,
        ...(await measure(compressed, { ...least, headers: { 'accept-encoding': 'gzip' } })),
      },
    ]
  } finally {
    await Promise.all([load.stop(), minimal.stop(), portal.stop()])
  }
}

async function compare(load: Child, page: Page, least: Page) {
  const perSecond = async (each: Page) =>
    (await load.ask<LoadResult>({ ...each, connections, milliseconds } satisfies Load)).perSecond
  // Both warm: the first thousand pages of a process are slow.
  await perSecond(page)
  await perSecond(least)
  return inTurns(
    rounds,
    () => perSecond(page),
    () => perSecond(least),
  )
}

/** What a first visitor fetches for one page: its HTML, its styles, its scripts. */
async function weigh(baseUrl: string, path: string): Promise<string[]> {
  const html = await fetchCompressed(baseUrl + path)
  const styles = [...html.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1] ?? '')
  const sheets = await Promise.all(styles.map((href) => fetchCompressed(baseUrl + href)))
  const css = sheets.reduce((sum, sheet) => sum + sheet.bytes, 0)
  const scripts = [...html.text.matchAll(/<script|rel="modulepreload"/g)].length
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  return [
    `Gemeentepagina, gzip: ${kB(html.bytes)} HTML + ${kB(css)} CSS = ${kB(html.bytes + css)} (doel: hooguit 40 kB); scripts: ${scripts} (doel: 0)`,
  ]
}

async function formSize(url: string, cookie: string): Promise<string> {
  const { bytes, text } = await fetchCompressed(url, { cookie })
  return `Aanvraagformulier: ${(text.length / 1000).toFixed(1)} kB HTML, ${(bytes / 1000).toFixed(1)} kB na gzip`
}

function tellDrawn({ ours, ratio }: Pick<Comparison, 'ours' | 'ratio'>): string {
  return `Aanvraagformulier dat niet bewaard wordt maar getekend: ${Math.round(ours)} pagina’s/s, ${ratio.toFixed(2)}×`
}

/** The bytes as they cross the line; fetch itself would unpack them. */
async function fetchCompressed(url: string, headers: Record<string, string> = {}) {
  const body = await new Promise<Buffer>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip', ...headers } }, (response) => {
      if (response.statusCode !== 200 || response.headers['content-encoding'] !== 'gzip')
        return reject(new Error(`${url}: ${response.statusCode} ${response.headers['content-encoding']}`))
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks)))
    }).on('error', reject)
  })
  return { bytes: body.length, text: gunzipSync(body).toString() }
}
