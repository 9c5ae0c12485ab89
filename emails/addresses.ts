import type { Mailbox } from './message.ts'

const senderName = 'Provincie Zuid-Holland'

/**
 * All our addresses on one mail domain. From is the same for everybody, so that a mailbox learns to trust it; the person is in
 * the part after the plus. Whichever of From, Reply-To or ORGANIZER a calendar answers to, it is one mailbox.
 */
export function mailAddresses(mailDomain: string) {
  return {
    from: { name: senderName, address: `rsvp@${mailDomain}` } satisfies Mailbox,
    /** Reply-To and ORGANIZER of one person, stable for as long as that person has an invitation. */
    answersTo: (personToken: string): Mailbox => ({ name: senderName, address: `rsvp+${personToken}@${mailDomain}` }),
    /** ORGANIZER of a feed; what arrives here is dropped. */
    feedOrganizer: { name: senderName, address: `agenda@${mailDomain}` } satisfies Mailbox,
    /** MAIL FROM: tells which mail came back (VERP), and that whoever says so had its envelope. 60 octets of 64 before the @ (RFC 5321 §4.5.3.1.1). */
    bouncesTo: (outboxId: string, proof: string): string => `bounce+${outboxId}.${proof}@${mailDomain}`,
  }
}
