import type { createRequestHandler } from '@remix-run/node'
import type { Request, Response } from 'express'
import type { WebContext } from '../context.server.ts'

export type SayNo = (
  request: Request,
  response: Response,
  status: NonNullable<WebContext['refusedWith']>,
) => Promise<void>

/** Answers in the house style what no route was asked: with the page of an address that nobody answers to, and this status. Nothing of the form is read. */
export function sayNoWith(
  baseUrl: string,
  makePage: (path: string) => ReturnType<typeof createRequestHandler>,
  webContext: (request: Request) => WebContext,
): SayNo {
  return async (request, response, refusedWith) => {
    const path = '/niet-behandeld'
    const page = await makePage(path)(new globalThis.Request(baseUrl + path), { ...webContext(request), refusedWith })
    response.status(page.status)
    for (const [name, value] of page.headers) response.setHeader(name, value)
    response.send(Buffer.from(await page.arrayBuffer()))
  }
}
