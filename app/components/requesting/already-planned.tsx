import { Notice } from '../page/notice.tsx'

/** Why nothing new can be planned or proposed for a request, and the door to what stands. */
export function AlreadyPlanned({ session: { id, title } }: { session: { id: string; title: string } }) {
  return (
    <Notice kind="warning" title="Voor deze aanvraag staat al een bijeenkomst">
      <p>
        Wijzig of annuleer die eerst: <a href={`/beheer/sessies/${id}`}>{title}</a>
      </p>
    </Notice>
  )
}
