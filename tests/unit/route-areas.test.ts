import { expect, test } from '@playwright/test'
import type { ServerBuild } from '@remix-run/node'
import { handlersByArea } from '#app/web/route-areas.server.ts'

/** A build with these routes: id, path, and the route each stands in. */
function aBuild(...routes: [id: string, path: string | undefined, parentId?: string][]): ServerBuild {
  const byId = Object.fromEntries(routes.map(([id, path, parentId]) => [id, { id, path, parentId }]))
  return { entry: 'its entry', routes: byId, assets: { url: 'its assets', routes: byId } } as unknown as ServerBuild
}

const idsFor = handlersByArea(
  aBuild(
    ['root', ''],
    ['home', undefined, 'root'],
    ['requests', 'aanvragen', 'root'],
    ['draft', 'aanvragen/:key', 'root'],
    ['request', 'aanvraag/:reference', 'root'],
    ['answer', 'antwoord', 'request'],
    ['security', '.well-known/security.txt', 'root'],
    ['anything', '*', 'root'],
    ['capital', 'Beheer/Raden', 'root'],
    ['named', ':naam/agenda', 'root'],
    ['either', 'nl?/over', 'root'],
  ),
  ({ routes, assets, ...others }) => {
    expect(Object.keys(assets.routes)).toEqual(Object.keys(routes))
    expect({ ...others, url: assets.url }, 'the rest of the build').toEqual({ entry: 'its entry', url: 'its assets' })
    return Object.keys(routes).join(' ')
  },
)
const all = 'root home requests draft request answer security anything capital named either'

const weighed: Record<string, string> = {
  '/aanvragen': 'root home requests draft anything named either',
  '/aanvragen/': 'root home requests draft anything named either',
  '/aanvragen/een/twee/drie': 'root home requests draft anything named either',
  '/Aanvragen/sleutel': 'root home requests draft anything named either',
  '/aanvraag/RB-2026-0001/antwoord': 'root home request answer anything named either',
  '/beheer/raden': 'root home anything capital named either',
  '/.well-known/security.txt': 'root home security anything named either',
  // Not one of ours at first sight, or written in another way: then every route is weighed.
  '/': all,
  '/aanvragen.data': all,
  '/leiden/agenda': all,
  '/nl/over': all,
  '/%61anvragen': all,
  '//aanvragen': all,
  '/__manifest': all,
  '': all,
}

for (const [path, ids] of Object.entries(weighed))
  test(`“${path}” is weighed against ${ids === all ? 'every route' : 'its own routes'}`, () => {
    expect(idsFor(path)).toBe(ids)
  })
