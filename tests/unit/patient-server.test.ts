import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { createPatientServer } from '#app/web/patient-server.server.ts'

const impatient = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 }
const head = 'POST /inloggen HTTP/1.1\r\nHost: portaal.example\r\n'
const drips = [
  { what: 'a head that never ends', start: head, drop: 'a' },
  { what: 'a form that never ends', start: `${head}Content-Length: 1000\r\n\r\naddress=`, drop: 'a' },
]

// Seen to fail without the patience, which is what Node has by itself: five minutes.
for (const { what, start, drop } of drips)
  test(`${what} is not waited for, however it drips`, async () => {
    const server = createPatientServer((request, response) => {
      request.resume()
      request.on('end', () => response.end())
    }, impatient)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(start)
    const drip = setInterval(() => socket.write(drop), 50)
    const began = performance.now()
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /)
    expect(performance.now() - began).toBeLessThan(5_000)
    clearInterval(drip)
    socket.destroy()
    server.close()
  })

test('by itself it waits ten seconds for a head and thirty for a form', () => {
  const { headersTimeout, requestTimeout } = createPatientServer(() => {})
  expect({ headersTimeout, requestTimeout }).toEqual({ headersTimeout: 10_000, requestTimeout: 30_000 })
})
