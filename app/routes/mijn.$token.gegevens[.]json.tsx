import type { LoaderFunctionArgs } from '@remix-run/node'
import { facilityWords, participantRoleWords, standingWords } from '#app/domain/attending/registration.ts'
import { answerWords, doorWords, whyItDoesNotCount } from '#app/domain/inviting/answer.ts'
import { capacityWords, engagedAnswerWords } from '#app/domain/inviting/engagement.ts'
import { requirePerson } from '#app/pages/access/personal-link.server.ts'
import { countKeptMails, listOwnEngagements, listOwnEvenings } from '#db/attending/participants.ts'
import { listFeeds } from '#db/inviting/calendar-feeds.ts'
import { findReminderChoice } from '#db/inviting/reminder-choice.ts'
import { listReplies } from '#db/inviting/replies.ts'

/** One's own data to take along (GDPR art. 20), in the words of the pages. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const { personId, name, address } = await requirePerson(args)
  const evenings = await listOwnEvenings(db, personId)
  const feed = (await listFeeds(db, { personId }, now())).find(({ subject }) => subject.kind === 'person')
  const agendaAdresSinds = feed?.openedAt.toString() ?? null
  const bijeenkomsten = await Promise.all(
    evenings.map(async (evening) => ({
      titel: evening.title,
      begin: evening.start.toString(),
      einde: evening.end.toString(),
      gemeente: evening.municipalityName,
      rol: participantRoleWords[evening.role],
      aangemeldOp: evening.registeredAt.toString(),
      plaats: standingWords(evening),
      antwoord: answerWords[evening.answer],
      nodig: evening.facility ? facilityWords(evening.facility) : null,
      vraagVooraf: evening.question ?? null,
      antwoorden: (await listReplies(db, { registrationId: evening.registrationId })).map((reply) => ({
        antwoord: answerWords[reply.answer],
        langs: doorWords[reply.door],
        op: reply.answeredAt.toString(),
        teltMee: whyItDoesNotCount(reply, evening) === undefined,
      })),
    })),
  )
  const afspraken = (await listOwnEngagements(db, personId)).map(({ title, start, end, capacity, answer }) => ({
    titel: title,
    begin: start.toString(),
    einde: end.toString(),
    als: capacityWords[capacity],
    antwoord: engagedAnswerWords(capacity, answer),
  }))
  const { toHer, fromHer } = await countKeptMails(db, personId)
  const choice = await findReminderChoice(db, personId)
  const herinneringenGestoptOp = choice?.stoppedAt?.toString() ?? null
  const own = {
    naam: name,
    eMailadres: address ?? null,
    herinneringenGestoptOp,
    agendaAdresSinds,
    bewaardeMails: { aanU: toHer, vanU: fromHer },
    bijeenkomsten,
    afspraken,
  }
  return new Response(`${JSON.stringify(own, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="mijn-gegevens-raadsbriefing.json"',
      'Cache-Control': 'no-store',
    },
  })
}
