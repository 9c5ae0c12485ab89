import type { Samples, Visitor } from '#tests/support/route-samples.ts'

/**
 * Every route file, and what it answers to whom. A new file in app/routes needs one line here, or `role-route.test.ts` fails:
 *
 *   'griffie.lijst.$id': { path: (s) => `/griffie/lijst/${s.request().id}`, get: ownCouncil(), post: form(ownCouncil()) },
 *
 * `path` may use the samples of tests/support/route-samples.ts (things of council A; clerk B has nothing to do with them). `post` is an empty form
 * from our own site: `form(rule)` expects 400 where the rule lets somebody in, `form(rule, 302)` another answer; without `post` the route takes no forms.
 * `isFile` says that it answers with something else than a page, and keeps the accessibility test away.
 */
export const routeTable: Record<string, RouteLine> = {
  $: { path: '/bestaat-niet', get: everyone(404), post: everyone(404) },
  '[.]well-known.security[.]txt': { path: '/.well-known/security.txt', get: everyone(200), isFile: true },
  'robots[.]txt': { path: '/robots.txt', get: everyone(200), isFile: true },
  'sitemap[.]xml': { path: '/sitemap.xml', get: everyone(200), isFile: true },

  _index: { path: '/', get: everyone(200) },
  'gemeenten._index': { path: '/gemeenten', get: everyone(200) },
  'gemeenten.$slug': { path: (s) => `/gemeenten/${s.municipalityA}`, get: everyone(200) },
  'onderwerpen._index': { path: '/onderwerpen', get: everyone(200) },
  'onderwerpen.$id': { path: '/onderwerpen/wonen', get: everyone(200) },
  privacy: { path: '/privacy', get: everyone(200) },
  toegankelijkheid: { path: '/toegankelijkheid', get: everyone(200) },

  inloggen: {
    path: '/inloggen',
    get: { ...everyone(302), anonymous: 200, expired: 200 },
    post: { ...everyone(302), anonymous: 400, expired: 400 },
  },
  'inloggen_.verstuurd': { path: '/inloggen/verstuurd', get: everyone(200) },
  'inloggen_.$token': {
    path: '/inloggen/nooit-gemaakt',
    get: everyone(404),
    post: { ...everyone(302), anonymous: 422, expired: 422 },
  },
  uitloggen: { path: '/uitloggen', get: everyone(200), post: everyone(302) },
  account: { path: '/account', get: signedIn(), post: form(signedIn()) },

  'beheer.sessies._index': { path: '/beheer/sessies', get: staff() },
  'beheer.sessies.nieuw': { path: '/beheer/sessies/nieuw', get: staff(), post: form(staff()) },
  'beheer.sessies.$id._index': { path: (s) => `/beheer/sessies/${s.session('published').id}`, get: staff() },
  'beheer.sessies.$id.bewerken': {
    path: (s) => `/beheer/sessies/${s.session('published').id}/bewerken`,
    get: staff(),
    post: form(staff()),
  },
  'beheer.sessies.$id.publiceren': {
    path: (s) => `/beheer/sessies/${s.session('published').id}/publiceren`,
    get: staff(),
    post: form(staff()),
  },
  'beheer.sessies.$id.annuleren': {
    path: (s) => `/beheer/sessies/${s.session('published').id}/annuleren`,
    get: staff(),
    post: form(staff()),
  },
  'beheer.zalen._index': { path: '/beheer/zalen', get: staff() },
  'beheer.zalen.nieuw': { path: '/beheer/zalen/nieuw', get: staff(), post: form(staff()) },
  'beheer.zalen.$id': { path: (s) => `/beheer/zalen/${s.venueId}`, get: staff(), post: form(staff()) },
  'beheer.sprekers._index': { path: '/beheer/sprekers', get: staff() },
  'beheer.sprekers.nieuw': { path: '/beheer/sprekers/nieuw', get: staff(), post: form(staff()) },
  'beheer.sprekers.$id': { path: (s) => `/beheer/sprekers/${s.speakerId}`, get: staff(), post: form(staff()) },
}

export type Expected = Record<Visitor, number>
export type RouteLine = {
  path: string | ((samples: Samples) => string)
  get: Expected
  post?: Expected
  isFile?: true
}

/** The same for whoever comes by. */
export function everyone(status: number): Expected {
  return {
    anonymous: status,
    councillorA: status,
    clerkA: status,
    clerkB: status,
    planner: status,
    accountManager: status,
    administrator: status,
    expired: status,
  }
}

/** Whoever is signed in, with a role or without; others are sent to sign in. */
export function signedIn(): Expected {
  return { ...everyone(200), anonymous: 302, expired: 302 }
}

/** People of any council's office, and nobody else. */
export function clerks(): Expected {
  return { ...signedIn(), councillorA: 403, planner: 403, accountManager: 403, administrator: 403 }
}

/** Something of council A: to the clerk of B it is not there. */
export function ownCouncil(): Expected {
  return { ...clerks(), clerkB: 404 }
}

/** Something of council A, for that council and for staff. */
export function ownCouncilAndStaff(): Expected {
  return { ...signedIn(), councillorA: 403, clerkB: 404 }
}

/** Staff of the province, whatever their role. */
export function staff(): Expected {
  return { ...signedIn(), councillorA: 403, clerkA: 403, clerkB: 403 }
}

export function administrators(): Expected {
  return { ...staff(), planner: 403, accountManager: 403 }
}

/** What an empty form answers: who may not come in gets the same as with GET, before anything of the form is read. */
export function form(rule: Expected, answer = 400): Expected {
  const entries = Object.entries(rule).map(([visitor, status]) => [visitor, status === 200 ? answer : status])
  return Object.fromEntries(entries) as Expected
}
