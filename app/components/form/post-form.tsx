import { useLocation } from '@remix-run/react'
import type { FormHTMLAttributes } from 'react'

/**
 * A form that is sent to its own page. It names that page, because a form without an action is sent to the address with its #fragment, which a link in the
 * error summary leaves there; the page that comes back then scrolls to the fragment and its error summary does not get the focus (HTML, "flush autofocus
 * candidates").
 */
export function PostForm(attributes: Omit<FormHTMLAttributes<HTMLFormElement>, 'action' | 'method'>) {
  const { pathname, search } = useLocation()
  return <form method="post" noValidate action={pathname + search} {...attributes} />
}
