import { mailKindInWords } from '#app/domain/inviting/outbox-words.ts'
import type { ShownMail } from '#app/domain/inviting/shown-mail.ts'
import { composeRaw } from '#emails/compose-raw.server.ts'
import { addressed, everyMail } from '#emails/samples/every-mail.ts'
import { showMail } from '#emails/show-mail.ts'

export type SampleMail = {
  /** In the address of its page: "uitnodiging-2". */
  slug: string
  kindText: string
  subject: string
  hasCalendar: boolean
}

/** Every mail this portal can send, in every shape; the same list as the tests go through. */
export function listSampleMails(): SampleMail[] {
  return slugged().map(({ slug, content }) => ({
    slug,
    kindText: mailKindInWords(content.kind),
    subject: content.subject,
    hasCalendar: content.calendar !== undefined,
  }))
}

/** Composed and read back like a real one. Its people and links do not exist, so nothing in it has to be masked. */
export async function openSampleMail(slug: string): Promise<{ sample: SampleMail; shown: ShownMail } | undefined> {
  const found = slugged().find((each) => each.slug === slug)
  const sample = listSampleMails().find((each) => each.slug === slug)
  if (!found || !sample) return undefined
  return { sample, shown: await showMail(await composeRaw(addressed(found.content)), (text) => text) }
}

function slugged() {
  const seen = new Map<string, number>()
  return Object.values(everyMail).map((content) => {
    const words = mailKindInWords(content.kind)
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-')
    const count = (seen.get(words) ?? 0) + 1
    seen.set(words, count)
    return { content, slug: count === 1 ? words : `${words}-${count}` }
  })
}
