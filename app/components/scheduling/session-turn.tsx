import { formatMoment } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import type { Agreement } from '#app/domain/inviting/agreement.ts'
import { type BriefingSession, isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import { freedInWords } from '#app/domain/scheduling/freed-slot.ts'
import { mayStep } from '#app/domain/scheduling/session-steps.ts'
import { ButtonLink } from '../page/button-link.tsx'
import { WhoseTurn } from '../page/whose-turn.tsx'

type SessionTurnProps = {
  session: BriefingSession
  /** Councils of an option, by what they said. */
  agreed: Pick<Agreement, 'yes' | 'no' | 'open'>
}

/** Who has to act for an evening, and the doors to everything staff can do with it. */
export function SessionTurn({ session, agreed }: SessionTurnProps) {
  const path = `/beheer/sessies/${session.id}`
  const mustChange = asksForChange(session, agreed)
  const change = mayStep(session, 'change') && (
    <ButtonLink href={`${path}/bewerken`} kind={mustChange ? 'primary' : 'secondary'}>
      Wijzigen
    </ButtonLink>
  )
  const doors = [
    mustChange && change,
    mayStep(session, 'publish') && (
      <ButtonLink href={`${path}/publiceren`} kind={mustChange ? 'secondary' : 'primary'}>
        Publiceren
      </ButtonLink>
    ),
    mayStep(session, 'offer') && (
      <ButtonLink href={`${path}/optie`} kind="secondary">
        Als optie aanbieden
      </ButtonLink>
    ),
    mayStep(session, 'extend') && (
      <ButtonLink href={`${path}/optie`} kind="secondary">
        Optie verlengen
      </ButtonLink>
    ),
    !mustChange && change,
    mayStep(session, 'cancel') && (
      <ButtonLink href={`${path}/annuleren`} kind="subtle">
        Bijeenkomst annuleren
      </ButtonLink>
    ),
  ].filter(Boolean)
  const { who, text, isReader } = turnOf(session, agreed)
  const until = session.optionExpiresAt && `De optie vervalt op ${formatMoment(session.optionExpiresAt)}.`
  return (
    <WhoseTurn who={who} isReader={isReader} deadline={until} action={doors.length > 0 && <>{doors}</>}>
      {text}
    </WhoseTurn>
  )
}

function turnOf(
  session: BriefingSession,
  agreed: SessionTurnProps['agreed'],
): { who: string; text: string; isReader: boolean } {
  if (session.status === 'cancelled')
    return {
      who: 'Niemand',
      text: ['Deze bijeenkomst gaat niet door.', freedInWords(session, 'since')].filter(Boolean).join(' '),
      isReader: false,
    }
  if (session.status === 'held') return { who: 'Niemand', text: 'Deze bijeenkomst is geweest.', isReader: false }
  if (session.status === 'option') return optionTurn(agreed)
  if (isAnnounced(session.status))
    return {
      who: 'De deelnemers',
      text: 'De bijeenkomst staat vast. Raadsleden melden zich aan met de link van hun raad.',
      isReader: false,
    }
  return { who: 'U', text: draftStep(session), isReader: true }
}

/** Something stands in the way of publishing: the door to mend it is the first. */
function asksForChange(session: BriefingSession, { no }: SessionTurnProps['agreed']): boolean {
  return session.status === 'option' ? no.length > 0 : session.status === 'draft' && missingIn(session).length > 0
}

function missingIn({ venue, onlineUrl, dosNumber, programme }: BriefingSession): string[] {
  return [
    ...(venue === undefined && onlineUrl === undefined ? ['een zaal of een link voor online deelname'] : []),
    ...(dosNumber === undefined ? ['het DOS-nummer'] : []),
    ...(programme.length === 0 ? ['het programma'] : []),
  ]
}

/** What stands in the way of publishing comes first. */
function draftStep(session: BriefingSession): string {
  const missing = missingIn(session)
  if (missing.length > 0) return `Vul eerst ${joinNames(missing)} in. Daarna kunt u de bijeenkomst publiceren.`
  return 'Kijk alles na en publiceer de bijeenkomst. Pas dan krijgen de griffies bericht.'
}

/** A no is for staff to solve, a yes to follow up; until then the clerks are to act. */
function optionTurn({ yes, no, open }: SessionTurnProps['agreed']) {
  if (no.length > 0)
    return {
      who: 'U',
      text: `Niet akkoord: ${joinNames(no)}. Zoek een andere avond of bel de griffie.`,
      isReader: true,
    }
  if (yes.length > 0 && open.length > 0)
    return {
      who: 'De griffie',
      text: `Akkoord: ${joinNames(yes)}. Nog geen akkoord: ${joinNames(open)}. Wacht op dat antwoord, of bel.`,
      isReader: false,
    }
  if (yes.length > 0)
    return {
      who: 'U',
      text: `Akkoord: ${joinNames(yes)}. Publiceer de bijeenkomst, dan staat die vast.`,
      isReader: true,
    }
  return {
    who: 'De griffie',
    text: 'De bijeenkomst is een optie. De griffie zegt of de raad akkoord gaat.',
    isReader: false,
  }
}
