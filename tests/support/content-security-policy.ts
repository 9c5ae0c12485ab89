/** A Content-Security-Policy header as directives; the first of two with one name counts (CSP3 §2.2.1). */
function parsePolicy(header: string): Map<string, string[]> {
  const directives = new Map<string, string[]>()
  for (const part of header.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/)
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources)
  }
  return directives
}

type Policy = Map<string, string[]>

const orDefault = (policy: Policy, name: string) => policy.get(name) ?? policy.get('default-src') ?? []
const everySource = (policy: Policy) => [...policy.values()].flat()
const framed = (policy: Policy) => policy.get('frame-src') ?? policy.get('child-src') ?? orDefault(policy, 'frame-src')

/** The ten rules by which internet.nl judges a policy. Each says whether the policy keeps it. */
export const policyRules: Record<string, (policy: Policy) => boolean> = {
  'default-src is none or self': (policy) => {
    const sources = policy.get('default-src')
    return sources?.length === 1 && ["'none'", "'self'"].includes(sources[0] ?? '')
  },
  'base-uri is none or self': (policy) => isConfined(policy.get('base-uri')),
  'form-action is set and confined': (policy) => isConfined(policy.get('form-action')),
  'frame-ancestors is set and confined': (policy) => isConfined(policy.get('frame-ancestors')),
  'frame-src is confined': (policy) => isConfined(framed(policy)),
  'nothing unsafe': (policy) => !everySource(policy).some((source) => /^'unsafe-(inline|eval|hashes)'$/i.test(source)),
  'no data: for scripts or objects': (policy) =>
    !['script-src', 'object-src', 'default-src'].some((name) => orDefault(policy, name).includes('data:')),
  'no plain http': (policy) => !everySource(policy).some((source) => /^http:/i.test(source)),
  'no wildcard or whole scheme': (policy) =>
    !everySource(policy).some((source) => ['*', 'https:', 'https://*', '*:*'].includes(source.toLowerCase())),
  'no loopback address': (policy) =>
    !everySource(policy).some((source) => /127\.0\.0\.1|localhost|\[::1\]/i.test(source)),
}

function isConfined(sources: string[] | undefined): boolean {
  return (
    sources !== undefined &&
    sources.length > 0 &&
    sources.every((source) => /^('none'|'self'|https:\/\/[a-z0-9.-]+)$/i.test(source))
  )
}

/** The rules a policy breaks. */
export function brokenRules(header: string): string[] {
  const policy = parsePolicy(header)
  return Object.entries(policyRules).flatMap(([rule, keeps]) => (keeps(policy) ? [] : [rule]))
}
