import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { createCookie } from '@remix-run/node'
import { signInLinkLifetime } from '#app/domain/access/sign-in.ts'
import { hashToken, newToken } from '#app/domain/access/tokens.server.ts'
import { insertSignInLink } from '#db/access/sign-in-tokens.ts'
import type { Db } from '#db/connection.server.ts'
import { aSignIn } from './people.ts'

/** The cookie as the portal writes it when it runs on plain http, as it does in these tests. */
const cookie = createCookie('raadsbriefing')

/** The `Cookie` header of somebody who is signed in, for fetch. */
export async function cookieOf(db: Db, personId: string, options?: { expired?: boolean }): Promise<string> {
  return (await cookie.serialize(await aSignIn(db, personId, options))).split(';')[0] ?? ''
}

/** Signs a person in in this browser, without a mail. */
export async function signIn(
  app: { db: Db; baseUrl: string },
  context: BrowserContext,
  person: { personId: string },
): Promise<void> {
  const [name = '', value = ''] = (await cookieOf(app.db, person.personId)).split(/=(.*)/s)
  await context.addCookies([{ name, value, url: app.baseUrl, httpOnly: true, sameSite: 'Lax' }])
}

/** A page in a browser of her own, where this person is signed in. */
export async function signedInPage(
  app: { db: Db; baseUrl: string },
  browser: Browser,
  person: { personId: string },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.baseUrl, ...options })
  await signIn(app, context, person)
  return context.newPage()
}

/** The token of a sign-in link as if it had just been mailed. */
export async function signInLinkFor(db: Db, emailAddressId: string, returnTo = '/'): Promise<string> {
  const token = newToken()
  const now = Temporal.Now.instant()
  const row = { tokenHash: hashToken(token), emailAddressId, returnTo, now, expiresAt: now.add(signInLinkLifetime) }
  await db.transaction().execute((trx) => insertSignInLink(trx, row))
  return token
}
