import type { Attachment } from 'mailparser'
import { bareAddress } from '#app/domain/inviting/bare-address.ts'
import type { DeliveryReport, IncomingContent } from '#app/domain/inviting/incoming-mail.ts'

/** In bytes. A report about one mail to one address is a hundredth of it, and a longer one only takes long. */
const longestReport = 64 * 1024

/**
 * A delivery status notification (RFC 3464): one group of fields about the mail, one for each recipient. Of the returned mail only
 * its Message-ID is looked at, in text/rfc822-headers.
 */
export function readBounce(parts: readonly Attachment[], returnPath: string | undefined): IncomingContent {
  const status = parts.find(({ contentType }) => contentType === 'message/delivery-status')
  if (!status) return { kind: 'automatic' }
  const [about, ...recipients] = groupsOf(status.content)
  const reports = recipients.flatMap((fields): DeliveryReport[] => {
    const action = fields.get('action')?.toLowerCase()
    if (!action) return []
    return [
      {
        action,
        status: /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
        recipient: addressOf(fields.get('original-recipient') ?? fields.get('final-recipient')),
      },
    ]
  })
  if (reports.length === 0) return { kind: 'automatic' }
  const headers = parts.find(({ contentType }) => contentType === 'text/rfc822-headers')
  return {
    kind: 'bounce',
    reports,
    envelopeId: about?.get('original-envelope-id'),
    originalMessageId: headers && groupsOf(headers.content)[0]?.get('message-id'),
    hasSender: returnPath !== undefined && returnPath !== '<>',
  }
}

function groupsOf(bytes: Buffer): Map<string, string>[] {
  return bytes
    .subarray(0, longestReport)
    .toString('latin1')
    .replace(/\r\n/g, '\n')
    .trim()
    .split(/\n[ \t]*\n+/)
    .map((group) => {
      const lines = group.replace(/\n[ \t]+/g, ' ').split('\n')
      const fields = lines.flatMap((line): [string, string][] => {
        const [, name, value] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? []
        return name && value !== undefined ? [[name.toLowerCase(), value.trim()]] : []
      })
      return new Map(fields)
    })
}

function addressOf(field: string | undefined): string | undefined {
  const address = field === undefined ? '' : bareAddress(field.replace(/^[\w-]+\s*;/, ''))
  return address.includes('@') ? address : undefined
}
