import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { CalendarFeed } from './calendar-feed.tsx'

type CouncilFeedsProps = {
  councils: readonly {
    councilId: string
    councilName: string
    feed: { id: string; version: number; plain: string; webcal: string } | undefined
  }[]
}

/** The calendars of the councils somebody works for: with an address, or with the way to get one. */
export function CouncilFeeds({ councils }: CouncilFeedsProps) {
  return (
    <>
      {councils.map(({ councilId, councilName, feed }) => (
        <section key={councilId} aria-labelledby={`raad-${councilId}`}>
          <h2 id={`raad-${councilId}`}>Bijeenkomsten van de {councilName}</h2>
          {feed ? (
            <CalendarFeed feed={feed} of={councilName} />
          ) : (
            <PostForm>
              <input type="hidden" name="intent" value="openCouncil" />
              <input type="hidden" name="councilId" value={councilId} />
              <SubmitButton>Agenda-adres maken</SubmitButton>
            </PostForm>
          )}
        </section>
      ))}
    </>
  )
}
