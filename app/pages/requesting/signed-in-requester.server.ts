import type { SignedInRequester } from '#app/components/requesting/requester-layout.tsx'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'

/** Who is signed in, as the pages of a request show it. */
export function signedInRequester(viewer: Viewer | undefined): SignedInRequester | undefined {
  if (!viewer) return undefined
  const names = viewer.councils.map(({ councilName }) => councilName)
  return { name: viewer.name, office: names.length > 0 ? joinNames(names) : undefined }
}
