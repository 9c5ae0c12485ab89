import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Pool } from '#db/connection.server.ts'
import type { WebContext } from '../context.server.ts'
import { Refusal } from '../domain/refusal.ts'

const hour = 60 * 60

/** How often something may be tried, and per what. One line per limit. */
const limits = {
  // Of one network; a stranger elsewhere who keeps asking for somebody does not keep her out.
  signInLinkPerAddress: { attempts: 5, seconds: hour },
  signInLinkPerAddressEverywhere: { attempts: 20, seconds: hour },
  signInLinkPerNetwork: { attempts: 30, seconds: hour },
  redeemLinkPerNetwork: { attempts: 60, seconds: hour },
  requestPerAddress: { attempts: 5, seconds: hour },
  requestPerNetwork: { attempts: 20, seconds: hour },
  registrationPerAddress: { attempts: 5, seconds: hour },
  registrationPerNetwork: { attempts: 60, seconds: hour },
  // Nobody changes her mind more often; whoever got hold of somebody's link must not fill the register.
  ownFormPerPerson: { attempts: 60, seconds: hour },
  // Not per network: one mail provider posts the one-click of all its users.
  reminderSwitchPerLink: { attempts: 20, seconds: hour },
  // Programs come by every quarter of an hour at most, from several devices; whoever tries made-up addresses comes from one network.
  calendarPerFeed: { attempts: 120, seconds: hour },
  unknownCalendarPerNetwork: { attempts: 60, seconds: hour },
} as const

export type LimitName = keyof typeof limits

/**
 * Counts one attempt. The count lives in PostgreSQL, so it holds over all web processes and over a restart; when the database is away the attempt fails
 * with it. Kept is a keyed hash of the address or network, for the length of the window and at most an hour after.
 * @throws Refusal too-many-attempts, answered with 429
 */
export async function countAttempt(
  { pool, site }: Pick<WebContext, 'pool' | 'site'>,
  name: LimitName,
  of: string,
): Promise<void> {
  const key = createHmac('sha256', site.linkSecret).update(of.trim().toLowerCase()).digest('base64url')
  await limiter(pool, name)
    .consume(key)
    .catch((rejection: unknown) => {
      if (!(rejection instanceof RateLimiterRes)) throw rejection
      throw new Refusal('too-many-attempts', { waitMinutes: Math.max(1, Math.ceil(rejection.msBeforeNext / 60_000)) })
    })
}

/**
 * Counts one asking for a link to sign in. What one network is refused does not count everywhere.
 * @throws Refusal too-many-attempts
 */
export async function countSignInLink(
  context: Pick<WebContext, 'pool' | 'site' | 'network'>,
  address: string,
): Promise<void> {
  await countAttempt(context, 'signInLinkPerNetwork', context.network)
  await countAttempt(context, 'signInLinkPerAddress', `${address.trim()} ${context.network}`)
  await countAttempt(context, 'signInLinkPerAddressEverywhere', address)
}

const limiters = new WeakMap<Pool, Map<LimitName, RateLimiterPostgres>>()

function limiter(pool: Pool, name: LimitName): RateLimiterPostgres {
  const ofPool = limiters.get(pool) ?? new Map<LimitName, RateLimiterPostgres>()
  limiters.set(pool, ofPool)
  const known = ofPool.get(name)
  if (known) return known
  const { attempts, seconds } = limits[name]
  const made = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    // A migration made it; without this the limiter would try to make it at its first use and refuse meanwhile.
    tableCreated: true,
    keyPrefix: name,
    points: attempts,
    duration: seconds,
  })
  ofPool.set(name, made)
  return made
}
