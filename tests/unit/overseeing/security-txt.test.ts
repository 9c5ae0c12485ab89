import { expect, test } from '@playwright/test'
import { loader } from '#app/routes/[.]well-known.security[.]txt.tsx'

const now = () => Temporal.Instant.from('2027-01-12T18:30:00Z')
const at = (env: object) => loader({ context: { env, now } } as unknown as Parameters<typeof loader>[0])

test('security.txt says whom to tell, and ends within a year (RFC 9116 §2.5)', async () => {
  const env = { SECURITY_CONTACT: 'mailto:veilig@provincie.example', BASE_URL: 'https://portaal.example' }
  const answer = at({ ...env, SECURITY_POLICY: 'https://provincie.example/melden' })
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const text = await answer.text()
  expect(text).toContain('Contact: mailto:veilig@provincie.example')
  expect(text).toContain('Canonical: https://portaal.example/.well-known/security.txt')
  expect(text).toContain('Policy: https://provincie.example/melden')
  expect(await at(env).text(), 'no policy that nobody wrote').not.toContain('Policy')
  const expires = Temporal.Instant.from(/^Expires: (.*)$/m.exec(text)?.[1] ?? '')
  const days = expires.since(now()).total('hours') / 24
  expect(days).toBeGreaterThan(7)
  expect(days).toBeLessThan(365)
})
