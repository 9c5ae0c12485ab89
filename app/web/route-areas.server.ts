import type { ServerBuild } from '@remix-run/node'

type Route = ServerBuild['routes'][string]

/**
 * A handler for each first part of an address ("aanvragen", "beheer"). Remix weighs every route it knows three times for one page; this way it knows only
 * those that can answer. An address with any other first part is weighed against the whole house.
 */
export function handlersByArea<Handler>(
  build: ServerBuild,
  makeHandler: (build: ServerBuild) => Handler,
): (path: string) => Handler {
  const routes = Object.values(build.routes).filter((route) => route !== undefined)
  const areas = new Set(routes.map((route) => areaOf(build, route)).filter((area) => area !== undefined))
  const handlers = new Map([...areas].map((area) => [area, makeHandler(part(build, area))]))
  const whole = makeHandler(build)
  // Remix does not mind capitals in an address.
  return (path) => handlers.get(path.split('/', 2)[1]?.toLowerCase() ?? '') ?? whole
}

/** The first part of the addresses a route can answer, or undefined when it can be anything. */
function areaOf(build: ServerBuild, route: Route): string | undefined {
  const first = fullPath(build, route).split('/')[0] ?? ''
  return /^[^:*?]+$/.test(first) ? first.toLowerCase() : undefined
}

/** Without the slash before it. */
export function fullPath(build: ServerBuild, { path, parentId }: Route): string {
  const parent = parentId === undefined ? undefined : build.routes[parentId]
  return [parent && fullPath(build, parent), path].filter(Boolean).join('/')
}

/** The routes of one area, with those that can answer anything and those that others stand in. */
function part(build: ServerBuild, area: string): ServerBuild {
  const belongs = (route: Route | undefined) => route && [area, undefined].includes(areaOf(build, route))
  const some = <Value>(of: Record<string, Value>) =>
    Object.fromEntries(Object.entries(of).filter(([id]) => belongs(build.routes[id])))
  return { ...build, routes: some(build.routes), assets: { ...build.assets, routes: some(build.assets.routes) } }
}
