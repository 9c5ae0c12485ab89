import { councilVoices } from '#app/domain/inviting/council-voice.ts'
import { type Capacity, capacityWords, engagedAnswerWords, givenAnswerWords } from '#app/domain/inviting/engagement.ts'
import { type Column, DataTable } from '../page/data-table.tsx'
import { Notice } from '../page/notice.tsx'
import { AnswerHistory, type PastAnswer } from './answer-history.tsx'

type Line = {
  key: string
  capacity: Capacity
  name: string
  councilId: string | undefined
  municipalityName: string | undefined
  reach: 'toCall' | 'toInvite' | 'ready' | 'sent' | 'undelivered' | 'cancelled'
  answer: Parameters<typeof engagedAnswerWords>[1]
  answeredAt: Temporal.Instant | undefined
  replies: readonly PastAnswer[]
}

type EngagementPanelProps = {
  /** Of this evening, for the doors. */
  path: string
  lines: readonly Line[]
  /** People have it in their calendars: whoever was not invited yet can be. */
  isInCalendars: boolean
}

const reachWords: Record<Line['reach'], string> = {
  toCall: 'geen adres: bel',
  toInvite: 'nog niet uitgenodigd',
  ready: 'klaar om te versturen',
  sent: 'verzonden',
  undelivered: 'niet bezorgd: bel',
  cancelled: 'afgezegd',
}

/** Speakers, the room and the clerks who hold an option: who can, who cannot, and what staff have to do about it. */
export function EngagementPanel({ path, lines, isInCalendars }: EngagementPanelProps) {
  if (lines.length === 0) return null
  const voices = councilVoices(lines)
  const columns: Column<Line>[] = [
    { key: 'name', header: 'Wie', cell: ({ name }) => name },
    {
      key: 'as',
      header: 'Als',
      cell: ({ capacity, municipalityName }) => [capacityWords[capacity], municipalityName].filter(Boolean).join(' '),
    },
    { key: 'mail', header: 'Uitnodiging', cell: ({ reach }) => reachWords[reach] },
    {
      key: 'answer',
      header: 'Antwoord',
      cell: (line) => <Answer line={line} voice={voiceFor(line, voices)} path={isInCalendars ? path : undefined} />,
    },
  ]
  const toInvite = lines.some(({ reach }) => reach === 'toInvite')
  return (
    <section aria-labelledby="betrokkenen" className="stack">
      <h2 id="betrokkenen">Sprekers, zaal en griffie</h2>
      {lines.map((line) => voiceFor(line, voices) === undefined && <Task key={line.key} line={line} path={path} />)}
      <DataTable caption="Wie er nodig is" columns={columns} rows={lines} rowKey={({ key }) => key} />
      {isInCalendars && toInvite && (
        <p>
          <a href={`${path}/uitnodigen`}>Nodig uit wie nog niets kreeg</a>
        </p>
      )}
      {!isInCalendars && toInvite && (
        <p className="quiet">
          Wie nog niet uitgenodigd is, krijgt een uitnodiging zodra u de optie aanbiedt of publiceert.
        </p>
      )}
    </section>
  )
}

/** A no is a task, said as what to do. */
function Task({ line: { capacity, name, answer, municipalityName }, path }: { line: Line; path: string }) {
  if (answer !== 'no') return null
  const change = <a href={`${path}/bewerken`}>Bijeenkomst wijzigen</a>
  switch (capacity) {
    case 'speaker':
      return (
        <Notice kind="warning" title="Spreker kan niet: kies een ander">
          <p>
            {name} kan niet spreken. {change}
          </p>
        </Notice>
      )
    case 'venue':
      return (
        <Notice kind="warning" title="Zaal heeft afgewezen: kies een andere zaal">
          <p>
            {name} is niet beschikbaar. {change}
          </p>
        </Notice>
      )
    case 'clerk':
      return (
        <Notice kind="warning" title="Griffie gaat niet akkoord: zoek een andere avond">
          <p>
            {name} ({municipalityName}) gaat niet akkoord. {change}
          </p>
        </Notice>
      )
  }
}

/** The colleague who spoke last for the council of a clerk, when that was not she herself. */
function voiceFor({ key, councilId }: Line, voices: ReadonlyMap<string, Line>): Line | undefined {
  const voice = councilId === undefined ? undefined : voices.get(councilId)
  return voice?.key === key ? undefined : voice
}

/** A colleague without a mail of her own may have answered on the page. */
function speakerOf({ name, replies }: Line): string {
  return replies.find(({ applied, withdrawn }) => applied && !withdrawn)?.recordedBy ?? name
}

type AnswerProps = { line: Line; voice: Line | undefined; path: string | undefined }

/** Who got nothing yet cannot have answered; who has no address is called. */
function Answer({ line, voice, path }: AnswerProps) {
  const { capacity, answer, name, replies, reach, key } = line
  return (
    <>
      {voice && `${engagedAnswerWords(capacity, voice.answer)}, zegt ${speakerOf(voice)}`}
      {voice && answer !== 'none' && '. Eerder: '}
      {!(voice && answer === 'none') && engagedAnswerWords(capacity, answer)}
      {replies.length > 0 && ', '}
      <AnswerHistory name={name} answers={replies} words={givenAnswerWords(capacity)} />
      {path && reach !== 'toInvite' && (
        <span className="cell-note">
          <a href={`${path}/antwoord/${key}`}>
            Antwoord noteren<span className="visually-hidden"> van {name}</span>
          </a>
        </span>
      )}
    </>
  )
}
