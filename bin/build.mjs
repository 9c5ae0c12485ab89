import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must, place, step } from './console.mjs'
import { node } from './install.mjs'

/** What is bundled for Node 26 beside the Remix build: everything that runs by itself and may reach a .tsx file. Absent sources are left out. */
const programs = {
  server: 'app/server.ts',
  intake: 'app/mail/intake-command.ts',
  bench: 'tests/bench/bench.ts',
}

const sources = [
  'app',
  'db',
  'emails',
  'public',
  'bin',
  'tests/bench',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'remix.config.js',
]

const mark = join(place, 'build', '.made-from')

/** Builds when the sources are other ones than the last build was made from. */
export async function build({ force = false } = {}) {
  const made = fingerprint()
  if (!force && existsSync(mark) && readFileSync(mark, 'utf8') === made) return
  // Without its mark a build that is cut off counts as no build.
  rmSync(mark, { force: true })
  await step('portaal bouwen', async () => {
    if (existsSync(join(place, 'app', 'root.tsx'))) {
      await must(node, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], { env: { NODE_ENV: 'production' } })
    }
    await bundlePrograms()
  })
  mkdirSync(join(place, 'build'), { recursive: true })
  writeFileSync(mark, made)
}

/** React and everything that imports it: bundled, so that its production version runs whatever NODE_ENV says (see vite.config.ts). */
const reactAndItsUsers = /^(react|react-dom|@react-email\/.*|@remix-run\/react)$/

async function bundlePrograms() {
  const { build: bundle, stop } = await import('esbuild')
  const { dependencies } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  const present = Object.entries(programs).filter(([, source]) => existsSync(join(place, source)))
  await bundle({
    absWorkingDir: place,
    entryPoints: Object.fromEntries(present),
    outdir: 'build',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    // Other packages stay where they are, and so does the Remix build, which the server imports when it starts.
    external: ['./remix/*', ...Object.keys(dependencies).filter((name) => !reactAndItsUsers.test(name))],
    define: { 'process.env.NODE_ENV': '"production"' },
    // What a bundled CommonJS package requires of Node itself.
    banner: {
      js: `import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url)`,
    },
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
  })
  await stop()
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesIn))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(place, path)))
      .update('\0')
  return hash.digest('hex')
}

function filesIn(path) {
  const full = join(place, path)
  if (!existsSync(full)) return []
  if (path.includes('.') && !path.endsWith('/')) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(place.length + 1))
    .sort()
}
