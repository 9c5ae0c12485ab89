import type { ForeseenMailListProps } from '../inviting/foreseen-mail-list.tsx'
import { MailPreview } from '../inviting/mail-preview.tsx'
import { WithheldNotice } from '../inviting/withheld-notice.tsx'

type ContactMailPreviewProps = {
  mails: Pick<ForeseenMailListProps['mails'], 'kinds' | 'withheld'>
  contactName: string
}

/** The mail of a step to whoever asked, by name; or why it would stay here. */
export function ContactMailPreview({ mails, contactName }: ContactMailPreviewProps) {
  return (
    <>
      <MailPreview
        mails={mails.kinds.map((row) => ({
          key: row.kind,
          mail: row.name,
          to: contactName,
          count: row.mails,
        }))}
      />
      <WithheldNotice withheld={mails.withheld} />
    </>
  )
}
