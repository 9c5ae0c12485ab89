import { Notice } from '../page/notice.tsx'

/** Above the form of a speaker or a room whose address is suspended. */
export function MailCameBack() {
  return (
    <Notice kind="warning" title="Mail aan dit adres kwam terug">
      <p>Nieuwe mail blijft liggen. Bel, en vul hieronder het juiste adres in.</p>
    </Notice>
  )
}
