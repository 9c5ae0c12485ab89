import { createServer, type RequestListener, type Server } from 'node:http'

/** How long a visitor may take to send us a request, in milliseconds: forms are small, and who sends one byte a second is no visitor. */
const usualPatience = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 }

/** A server that waits for nobody for ever. */
export function createPatientServer(handle: RequestListener, patience = usualPatience): Server {
  return createServer(patience, handle)
}
