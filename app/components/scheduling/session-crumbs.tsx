import { Breadcrumbs, type Crumb } from '../page/breadcrumbs.tsx'

type SessionCrumbsProps = {
  session: { id: string; title: string }
  /** Pages between that of the evening and this one. */
  below?: readonly Crumb[]
}

/** The way back up from what staff do with one evening. */
export function SessionCrumbs({ session: { id, title }, below = [] }: SessionCrumbsProps) {
  return (
    <Breadcrumbs
      crumbs={[
        { href: '/beheer/sessies', text: 'Bijeenkomsten' },
        { href: `/beheer/sessies/${id}`, text: title },
        ...below,
      ]}
    />
  )
}
