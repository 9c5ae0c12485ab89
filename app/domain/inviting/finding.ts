import { bounceKindOf } from './bounce-rule.ts'
import type { IncomingMail } from './incoming-mail.ts'
import type { ReplyDecision } from './reply-decision.ts'

/** One word for what a mail turned out to be, for the tray, the log and the command line. */
export function findingOf(mail: IncomingMail, decision: ReplyDecision | undefined): string {
  const { content } = mail
  if (content.kind === 'bounce') return `bounce${bounceWord(content.reports.map(bounceKindOf))}`
  if (content.kind === 'human' || content.kind === 'automatic' || content.kind === 'readReceipt') return 'not-itip'
  if (content.kind === 'severalCalendars') return 'multi-object'
  if (content.kind === 'notAnEvent') return 'not-event'
  if (content.kind !== 'calendar') return 'malformed'
  const { method, attendees } = content.calendar
  // Published events are for subscribers; nothing is asked or answered with them (RFC 5546 §3.2.1).
  if (method === 'PUBLISH') return 'not-itip'
  if (method !== 'REPLY') return method.toLowerCase()
  const partstat = attendees[0]?.partstat ?? 'NEEDS-ACTION'
  if (!decision || !('why' in decision)) return `reply:${partstat}`
  switch (decision.why) {
    case 'severalAnswers':
      return 'reply:multi'
    case 'occurrence':
      return 'unknown-occurrence'
    case 'noAttendee':
      return 'no-attendee'
    case 'notInvited':
      return 'party-crasher'
    case 'senderDiffers':
    case 'senderFails':
      return 'spoof-suspect'
    case 'earlierVersion':
    case 'olderThanLast':
      return 'stale'
    default:
      return `reply:${partstat}`
  }
}

function bounceWord(kinds: ReturnType<typeof bounceKindOf>[]): string {
  if (kinds.includes('unknownUser') || kinds.includes('hard')) return ''
  if (kinds.includes('soft')) return '-soft'
  return kinds.includes('delayed') ? '-delayed' : '-success'
}
