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

  'account_.agenda': { path: '/account/agenda', get: signedIn(), post: form(signedIn()) },
  'agenda.$token[.]ics': { path: async (s) => `/agenda/${await s.feedToken()}.ics`, get: everyone(200), isFile: true },

  'griffie._index': { path: '/griffie', get: clerks() },
  'griffie.concepten.$id.verwijderen': {
    path: (s) => `/griffie/concepten/${s.draftId}/verwijderen`,
    get: ownCouncil(),
    // What is not there is as good as thrown away, for whoever presses twice.
    post: { ...form(ownCouncil()), clerkB: 302 },
  },
  'griffie.sessies.$id.optie': {
    path: (s) => `/griffie/sessies/${s.heldOption}/optie`,
    get: ownCouncil(),
    post: form(ownCouncil()),
  },
  'griffie.sessies.$id.reacties': {
    path: (s) => `/griffie/sessies/${s.session('published').id}/reacties`,
    get: ownCouncil(),
    post: form(ownCouncil()),
  },
  'griffie.sessies.$id.herinneren': {
    path: (s) => `/griffie/sessies/${s.session('published').id}/herinneren`,
    get: ownCouncil(),
    post: form(ownCouncil()),
  },
  'aanvragen._index': { path: '/aanvragen?gemeente=leiderdorp', get: everyone(200), post: everyone(400) },
  'aanvragen.$key._index': {
    path: (s) => `/aanvragen/${s.draftId}`,
    get: { ...everyone(404), clerkA: 200 },
    post: { ...everyone(404), clerkA: 400 },
  },
  'aanvragen.$key.controleren': {
    path: (s) => `/aanvragen/${s.draftId}/controleren`,
    get: { ...everyone(404), clerkA: 302 },
    post: { ...everyone(404), clerkA: 302 },
  },
  'aanvragen.$key.verzonden': {
    path: (s) => `/aanvragen/${s.sentDraftId}/verzonden`,
    get: { ...everyone(404), clerkA: 200 },
  },
  'aanvragen.bevestigen.$token': {
    path: async (s) => `/aanvragen/bevestigen/${await s.mailboxProof()}`,
    get: everyone(200),
    post: everyone(400),
  },
  'aanvraag.$reference._index': {
    path: (s) => `/aanvraag/${s.request().reference}`,
    get: ownDossier(),
    post: form(ownDossier()),
  },
  'aanvraag.$reference.antwoord': {
    path: (s) => `/aanvraag/${s.request('questionAsked').reference}/antwoord`,
    get: ownDossier(),
    post: form(ownDossier()),
  },
  'aanvraag.$reference.meedoen': {
    path: (s) => `/aanvraag/${s.coRequestReference}/meedoen`,
    get: ownDossier(),
    post: form(ownDossier()),
  },
  'aanvraag.$reference.verder': {
    path: (s) => `/aanvraag/${s.request('awaitingCoRequesters').reference}/verder`,
    get: ownDossier(),
    post: form(ownDossier()),
  },
  'aanvraag.$reference.intrekken': {
    path: (s) => `/aanvraag/${s.request('questionAsked').reference}/intrekken`,
    get: ownDossier(),
    post: form(ownDossier()),
  },

  'beheer._index': { path: '/beheer', get: form(staff(), 302) },
  'beheer.toetsen': { path: '/beheer/toetsen', get: staff() },
  'beheer.wachtrij': { path: '/beheer/wachtrij', get: staff() },
  'beheer.aanvraag.$reference._index': {
    path: (s) => `/beheer/aanvraag/${s.request().reference}`,
    get: staff(),
    post: form(staff()),
  },
  'beheer.aanvraag.$reference.aannemen': staffStep('aannemen'),
  'beheer.aanvraag.$reference.afwijzen': staffStep('afwijzen'),
  'beheer.aanvraag.$reference.dos-nummer': staffStep('dos-nummer'),
  'beheer.aanvraag.$reference.voorstel': {
    path: (s) => `/beheer/aanvraag/${s.acceptedReference}/voorstel`,
    get: staff(),
    post: form(staff()),
  },
  'beheer.aanvraag.$reference.voorstel-intrekken': {
    path: (s) => `/beheer/aanvraag/${s.proposedReference}/voorstel-intrekken`,
    get: staff(),
    post: form(staff()),
  },
  'beheer.aanvraag.$reference.vraag': staffStep('vraag'),
  'beheer.sessies._index': { path: '/beheer/sessies', get: staff() },
  'beheer.sessies.nieuw': { path: '/beheer/sessies/nieuw', get: staff(), post: form(staff()) },
  'beheer.sessies.$id._index': { path: (s) => `/beheer/sessies/${s.session('published').id}`, get: staff() },
  'beheer.sessies.$id.annuleren': sessionStep('annuleren'),
  'beheer.sessies.$id.antwoord.$wie': {
    path: (s) => `/beheer/sessies/${s.engaged.sessionId}/antwoord/${s.engaged.engagementId}`,
    get: staff(),
    post: form(staff()),
  },
  'beheer.sessies.$id.bewerken': sessionStep('bewerken'),
  'beheer.sessies.$id.herinneren': sessionStep('herinneren'),
  'beheer.sessies.$id.optie': sessionStep('optie'),
  'beheer.sessies.$id.uitnodigen': {
    path: (s) => `/beheer/sessies/${s.session('published').id}/uitnodigen`,
    get: staff(),
    post: form(staff(), 302),
  },
  'beheer.sessies.$id.publiceren': sessionStep('publiceren'),
  'beheer.sessies.$id.reacties': sessionStep('reacties'),
  'beheer.post._index': { path: '/beheer/post?tegengehouden=ja', get: staff() },
  'beheer.post.$id._index': { path: (s) => `/beheer/post/${s.outboxId}`, get: staff() },
  'beheer.post.$id.html': { path: (s) => `/beheer/post/${s.outboxId}/html`, get: staff(), isFile: true },
  // A form without fields: whoever may send it, sends the mail; the second time it had gone already.
  'beheer.post.$id.opnieuw': {
    path: (s) => `/beheer/post/${s.outboxId}/opnieuw`,
    get: { ...staff(), accountManager: 403 },
    post: form({ ...staff(), accountManager: 403 }, 302),
  },
  'beheer.post.binnen._index': { path: '/beheer/post/binnen', get: staff() },
  'beheer.post.binnen.$id._index': { path: (s) => `/beheer/post/binnen/${s.inboxId}`, get: staff() },
  'beheer.post.binnen.$id.html': { path: (s) => `/beheer/post/binnen/${s.inboxId}/html`, get: staff(), isFile: true },
  'beheer.post.voorbeelden._index': { path: '/beheer/post/voorbeelden', get: staff() },
  'beheer.post.voorbeelden.$naam._index': { path: '/beheer/post/voorbeelden/uitnodiging', get: staff() },
  'beheer.post.voorbeelden.$naam.html': {
    path: '/beheer/post/voorbeelden/uitnodiging/html',
    get: staff(),
    isFile: true,
  },
  'beheer.post.onbekend._index': { path: '/beheer/post/onbekend', get: staff() },
  'beheer.post.onbekend.$id': {
    path: (s) => `/beheer/post/onbekend/${s.unknownReplyId}`,
    get: staff(),
    post: form(staff()),
  },
  'beheer.post.adres.$persoon': {
    path: (s) => `/beheer/post/adres/${s.registration.personId}`,
    get: staff(),
    post: form(staff()),
  },
  'antwoord.$token': { path: (s) => `/antwoord/${s.confirmationToken}`, get: everyone(200), post: everyone(400) },
  'beheer.personen._index': { path: '/beheer/personen', get: administrators() },
  'beheer.personen.nieuw': { path: '/beheer/personen/nieuw', get: administrators(), post: form(administrators()) },
  'beheer.personen.$id.beeindigen': {
    path: (s) => `/beheer/personen/${s.roleId}/beeindigen`,
    get: administrators(),
    post: form(administrators()),
  },
  'beheer.sprekers._index': { path: '/beheer/sprekers', get: staff() },
  'beheer.sprekers.nieuw': { path: '/beheer/sprekers/nieuw', get: staff(), post: form(staff()) },
  'beheer.sprekers.$id': { path: (s) => `/beheer/sprekers/${s.speakerId}`, get: staff(), post: form(staff()) },
  'beheer.sprekers.$id_.agenda': {
    path: (s) => `/beheer/sprekers/${s.speakerId}/agenda`,
    get: staff(),
    post: form(staff()),
  },
  'beheer.zalen._index': { path: '/beheer/zalen', get: staff() },
  'beheer.zalen.nieuw': { path: '/beheer/zalen/nieuw', get: staff(), post: form(staff()) },
  'beheer.zalen.$id': { path: (s) => `/beheer/zalen/${s.venueId}`, get: staff(), post: form(staff()) },

  'bijeenkomst.$token._index': {
    path: (s) => `/bijeenkomst/${s.session('published').linkToken}`,
    get: everyone(200),
  },
  'bijeenkomst.$token_.aanmelden': {
    path: (s) => `/bijeenkomst/${s.session('published').linkToken}/aanmelden`,
    get: everyone(200),
    post: everyone(400),
  },
  'bijeenkomst.$token_.agenda[.]ics': {
    path: (s) => `/bijeenkomst/${s.session('published').linkToken}/agenda.ics`,
    get: everyone(200),
    isFile: true,
  },
  'bijeenkomst.$token_.aangemeld': {
    path: (s) => `/bijeenkomst/${s.session('published').linkToken}/aangemeld`,
    get: everyone(200),
  },
  'afmelden.$token': { path: (s) => `/afmelden/${s.reminderToken}`, get: everyone(200), post: everyone(400) },
  'mijn.$token._index': { path: (s) => `/mijn/${s.personalToken}`, get: everyone(200) },
  'mijn.$token.afspraak.$sessie': {
    path: (s) => `/mijn/${s.engaged.token}/afspraak/${s.engaged.sessionId}`,
    get: everyone(200),
    post: everyone(400),
  },
  'mijn.$token.bijeenkomst.$sessie': {
    path: (s) => `/mijn/${s.personalToken}/bijeenkomst/${s.registration.sessionId}`,
    get: everyone(200),
    post: everyone(400),
  },
  'mijn.$token.gegevens': {
    path: (s) => `/mijn/${s.personalToken}/gegevens`,
    get: everyone(200),
    post: everyone(400),
  },
  'mijn.$token.agenda': {
    path: (s) => `/mijn/${s.personalToken}/agenda`,
    get: everyone(200),
    post: everyone(400),
  },
  'mijn.$token.gegevens[.]json': {
    path: (s) => `/mijn/${s.personalToken}/gegevens.json`,
    get: everyone(200),
    isFile: true,
  },
  'mijn.$token.gegevens_.wissen': {
    path: async (s) => `/mijn/${await s.newcomerToken()}/gegevens/wissen`,
    get: everyone(200),
    post: everyone(302),
  },
  'mijn.gewist': { path: '/mijn/gewist', get: everyone(200) },
}

export type Expected = Record<Visitor, number>
export type RouteLine = {
  path: string | ((samples: Samples) => string | Promise<string>)
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

/** A request of council A: that council's office, or its asker; staff are led to a page of their own. */
export function ownDossier(): Expected {
  return { ...everyone(302), councillorA: 404, clerkA: 200, clerkB: 404 }
}

function staffStep(step: string): RouteLine {
  const path = (s: Samples) => `/beheer/aanvraag/${s.submittedReference}/${step}`
  return { path, get: staff(), post: form(staff()) }
}

function sessionStep(step: string): RouteLine {
  const path = (s: Samples) => `/beheer/sessies/${s.session('published').id}/${step}`
  return { path, get: staff(), post: form(staff()) }
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
