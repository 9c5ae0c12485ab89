import { expect, test } from '@playwright/test'
import { enhancingPolicy, framedMailPolicy, framingPolicy, strictPolicy } from '#app/web/security-policy.ts'
import { brokenRules, policyRules } from '#tests/support/content-security-policy.ts'

test('the policies of our pages keep all ten rules', () => {
  expect(Object.keys(policyRules)).toHaveLength(10)
  expect(brokenRules(strictPolicy)).toEqual([])
  expect(brokenRules(framingPolicy)).toEqual([])
  expect(brokenRules(enhancingPolicy)).toEqual([])
  expect(enhancingPolicy).toContain("script-src 'self';")
})

test('a framed mail keeps them too, but for the look that it brings itself', () => {
  expect(brokenRules(framedMailPolicy)).toEqual(['nothing unsafe'])
  expect(framedMailPolicy).toMatch(/; sandbox$/)
  expect(framedMailPolicy).not.toMatch(/script-src|allow-/)
})

/** For each rule a policy that breaks it: a rule that lets its own violation pass guards nothing. */
const planted: Record<string, string> = {
  'default-src is none or self': strictPolicy.replace("default-src 'none'", 'default-src https://elders.example'),
  'base-uri is none or self': strictPolicy.replace("base-uri 'none'; ", ''),
  'form-action is set and confined': strictPolicy.replace("form-action 'self'; ", ''),
  'frame-ancestors is set and confined': strictPolicy.replace("; frame-ancestors 'none'", ''),
  'frame-src is confined': `${strictPolicy}; frame-src *`,
  'nothing unsafe': strictPolicy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  'no data: for scripts or objects': `${strictPolicy}; object-src data:`,
  'no plain http': strictPolicy.replace("img-src 'self'", 'img-src http://elders.example'),
  'no wildcard or whole scheme': strictPolicy.replace("img-src 'self'", 'img-src https:'),
  'no loopback address': strictPolicy.replace("img-src 'self'", 'img-src https://127.0.0.1'),
}

for (const rule of Object.keys(policyRules)) {
  test(`“${rule}” catches its planted violation`, () => {
    expect(brokenRules(planted[rule] ?? strictPolicy)).toContain(rule)
  })
}
