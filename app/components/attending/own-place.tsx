import { hasLeft, type Place } from '#app/domain/attending/registration.ts'
import { Notice } from '../page/notice.tsx'

type OwnPlaceProps = {
  place: Place
  /** On the waiting list, counted from one. */
  position: number | undefined
  closed: 'cancelled' | 'held' | 'notPublished' | undefined
  cancelReason: string | undefined
  /** Where one can register again. */
  registerHref: string | undefined
}

/** What somebody's place is, when it is not simply a seat. */
export function OwnPlace({ place, position, closed, cancelReason, registerHref }: OwnPlaceProps) {
  if (closed === 'cancelled')
    return (
      <Notice kind="warning" title="Deze bijeenkomst gaat niet door">
        <p>{cancelReason}</p>
      </Notice>
    )
  if (closed === 'held') return <Notice title="Deze bijeenkomst is geweest" />
  if (hasLeft(place))
    return (
      <Notice title="U bent niet meer aangemeld">
        {registerHref && (
          <p>
            Wilt u toch komen? <a href={registerHref}>Meld u opnieuw aan</a>.
          </p>
        )}
      </Notice>
    )
  if (place === 'waiting')
    return (
      <Notice title={`U staat op de wachtlijst${position ? `, op plaats ${position}` : ''}`}>
        <p>Komt er een plaats vrij? Dan krijgt u die vanzelf, met een uitnodiging voor uw agenda.</p>
      </Notice>
    )
  return null
}
