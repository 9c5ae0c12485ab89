import { type AppLoadContext, createCookie, redirect } from '@remix-run/node'
import { findSignIn } from '#db/access/sign-ins.ts'
import { shouldNoteSeen, signInLifetime } from './domain/access/sign-in.ts'
import { hashToken } from './domain/access/tokens.server.ts'
import { isClerk, isStaff, type StaffRole, type Viewer } from './domain/access/viewer.ts'
import { noteSeen } from './use-cases/access/note-seen.ts'

/** `__Host-` binds the cookie to this host over https; plain http (a developer's machine) cannot carry it. */
function cookieFor(context: AppLoadContext) {
  const secure = context.env.BASE_URL.startsWith('https:')
  return createCookie(secure ? '__Host-raadsbriefing' : 'raadsbriefing', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: signInLifetime.total('seconds'),
  })
}

export async function signInCookie(context: AppLoadContext, token: string): Promise<string> {
  return cookieFor(context).serialize(token)
}

export async function clearedSignInCookie(context: AppLoadContext): Promise<string> {
  return cookieFor(context).serialize('', { maxAge: 0 })
}

type Args = { request: Request; context: AppLoadContext }
type CookieArgs = { request: Pick<Request, 'headers'>; context: AppLoadContext }

/** What the cookie says, whether or not it still opens anything. */
export async function readSignInToken({ request, context }: CookieArgs): Promise<string | undefined> {
  const token: unknown = await cookieFor(context).parse(request.headers.get('cookie'))
  return typeof token === 'string' && token !== '' ? token : undefined
}

/**
 * Who is signed in, or undefined. One query, and none without a cookie. At most every five minutes it also writes down that this device was in use:
 * a page may do that with GET, since nothing that anybody asked for changes by it.
 */
export async function findSignedIn({ request, context }: CookieArgs): Promise<Viewer | undefined> {
  if (context.drawnFor) return context.drawnFor.viewer
  const token = await readSignInToken({ request, context })
  if (!token) return undefined
  const now = context.now()
  const signIn = await findSignIn(context.db, hashToken(token), now)
  if (signIn && shouldNoteSeen(signIn.lastSeenAt, now)) await noteSeen(context.db, signIn.viewer.signInId, now)
  return signIn?.viewer
}

/** @throws a redirect to the sign-in page that returns here afterwards */
export async function requireUser(args: Args): Promise<Viewer> {
  const viewer = await findSignedIn(args)
  if (viewer) return viewer
  const { pathname, search } = new URL(args.request.url)
  const returnTo =
    args.request.method === 'GET' ? pathname.replace(/\.data$/, '') + search : pathname.replace(/\.data$/, '')
  throw redirect(`/inloggen?naar=${encodeURIComponent(returnTo)}`)
}

/** @throws 302 when nobody is signed in, 403 when the person has no council today */
export async function requireClerk(args: Args): Promise<Viewer> {
  const viewer = await requireUser(args)
  if (!isClerk(viewer)) throw new Response(null, { status: 403 })
  return viewer
}

/** @throws 302 when nobody is signed in, 403 when the person has none of these staff roles (any, when none is named) */
export async function requireStaff(args: Args, ...oneOf: StaffRole[]): Promise<Viewer> {
  const viewer = await requireUser(args)
  if (!isStaff(viewer, ...oneOf)) throw new Response(null, { status: 403 })
  return viewer
}
