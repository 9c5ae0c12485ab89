import { type BriefingSession, isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import { mayStep } from '#app/domain/scheduling/session-steps.ts'
import { ButtonLink } from './button-link.tsx'
import { WhoseTurn } from './whose-turn.tsx'

/** Who has to act for an evening, and the doors to everything staff can do with it. */
export function SessionTurn({ session }: { session: BriefingSession }) {
  const path = `/beheer/sessies/${session.id}`
  const doors = [
    mayStep(session, 'publish') && <ButtonLink href={`${path}/publiceren`}>Publiceren</ButtonLink>,
    mayStep(session, 'change') && (
      <ButtonLink href={`${path}/bewerken`} kind="secondary">
        Wijzigen
      </ButtonLink>
    ),
    mayStep(session, 'cancel') && (
      <ButtonLink href={`${path}/annuleren`} kind="subtle">
        Annuleren
      </ButtonLink>
    ),
  ].filter(Boolean)
  const { who, text, isReader } = turnOf(session)
  return (
    <WhoseTurn who={who} isReader={isReader} action={doors.length > 0 && <>{doors}</>}>
      {text}
    </WhoseTurn>
  )
}

function turnOf(session: BriefingSession): { who: string; text: string; isReader: boolean } {
  if (session.status === 'cancelled')
    return {
      who: 'Niemand',
      text: 'Deze bijeenkomst gaat niet door. Zaal en sprekers zijn weer vrij.',
      isReader: false,
    }
  if (session.status === 'held') return { who: 'Niemand', text: 'Deze bijeenkomst is geweest.', isReader: false }
  if (isAnnounced(session.status))
    return {
      who: 'De deelnemers',
      text: 'De bijeenkomst staat vast. Raadsleden melden zich aan met de link van hun raad.',
      isReader: false,
    }
  return {
    who: 'U',
    text: 'Kijk alles na en publiceer de bijeenkomst. Pas dan krijgen de griffies bericht.',
    isReader: true,
  }
}
