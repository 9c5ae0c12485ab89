import { expect, test } from '@playwright/test'
import { accepts } from '#app/web/kept-pages.server.ts'

test('an encoding is used when it is named and not refused (RFC 9110 §12.5.3)', () => {
  for (const header of ['gzip', 'br, gzip', 'gzip;q=0.5', 'GZIP; q=1', 'deflate , gzip'])
    expect(accepts(header, 'gzip'), header).toBe(true)
  for (const header of [undefined, '', 'br', 'identity', 'gzip;q=0', 'gzip; q=0', 'gzip ; Q=0.000', 'not-gzip'])
    expect(accepts(header, 'gzip'), header).toBe(false)
})
