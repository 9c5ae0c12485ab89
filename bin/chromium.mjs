import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { capture, step } from './console.mjs'
import { node } from './install.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const apps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a Chromium that starts on this machine: a given one, Playwright's own, a system one, or one installed now. Undefined when none can be had. */
export async function findChromium() {
  const found = (await firstThatStarts(await places())) ?? (await installOne())
  if (!found) console.log(advice)
  return found
}

const advice = `
  Er is geen Chromium voor de browsertests. Doe een van deze drie en draai npm test opnieuw:
    - npx playwright install --with-deps chromium
    - als root, op Debian of Ubuntu: apt-get update && apt-get install chromium
    - zet CHROMIUM_PATH op het pad van een Chromium of Chrome
`

async function places() {
  if (process.env.CHROMIUM_PATH) return [process.env.CHROMIUM_PATH]
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/snap/bin')
  const system = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [await playwrightsOwn(), ...system, ...apps]
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core')
  return chromium.executablePath()
}

async function firstThatStarts(paths) {
  for (const path of new Set(paths)) {
    // A distribution may ship a stub that only says where to get the real one, and a download may miss system libraries.
    if (path && existsSync(path) && (await capture(path, ['--version'], { limitMs: 20_000 })).code === 0) return path
  }
  return undefined
}

async function installOne() {
  if (process.env.CHROMIUM_PATH) {
    console.log(`  CHROMIUM_PATH wijst naar ${process.env.CHROMIUM_PATH}, maar daar start geen Chromium.`)
    return undefined
  }
  const root = process.getuid?.() === 0
  const command = ['node_modules/@playwright/test/cli.js', 'install', ...(root ? ['--with-deps'] : []), 'chromium']
  await attempt('Chromium ophalen (Playwright)', () => capture(node, command, { limitMs: 240_000 }))
  const own = await firstThatStarts([await playwrightsOwn()])
  if (own || !root || !existsSync('/usr/bin/apt-get')) return own
  await attempt('Chromium installeren (apt-get)', async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await capture('apt-get', ['update'], { env, limitMs: 180_000 })
    return capture('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
      env,
      limitMs: 420_000,
    })
  })
  return firstThatStarts(await places())
}

async function attempt(name, work) {
  await step(name, async () => {
    const { code, output } = await work()
    if (code !== 0) throw new Error(output.trim().split('\n').at(-1))
  }).catch((error) => console.log(`    ${error.message}`))
}
