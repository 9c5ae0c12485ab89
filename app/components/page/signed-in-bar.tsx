import { Button } from '@utrecht/button-react'

/** Tells who is signed in. Leaving is a POST, because a GET never changes anything. */
export function SignedInBar({ name, office }: { name: string; office?: string }) {
  return (
    <div className="page-person">
      <p>
        Ingelogd als {name}
        {office && `, ${office}`}
      </p>
      <form method="post" action="/uitloggen">
        <Button type="submit" appearance="subtle-button">
          Uitloggen
        </Button>
      </form>
    </div>
  )
}
