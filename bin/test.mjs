import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { AlreadyTold, capture, place, step } from './console.mjs'
import { node } from './install.mjs'
import { findPeers } from './peers.mjs'

const report = join(place, '.cache', 'playwright.json')

/** Types, lint, then Playwright with the given arguments. A failing step does not keep the next ones from running. */
export async function test(args) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const count = (ok) => total[ok ? 'passed' : 'failed']++
  count(await succeeds('types', ['node_modules/typescript/bin/tsc', '--noEmit']))
  count(await succeeds('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--colors=off', '.']))
  const scope = scopeOf(args)
  const built = !scope.build || (await canBuild())
  const chromium = scope.browser ? await findChromium() : undefined
  if (!built || (scope.browser && !chromium)) count(false)
  await findPeers()
  if (built) add(total, await playwright(scope.browser && !chromium ? withoutBrowser(args) : args, chromium))
  console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`)
  return total.failed === 0 ? 0 : 1
}

async function canBuild() {
  return build().then(
    () => true,
    (error) => {
      if (!(error instanceof AlreadyTold)) console.error(error)
      return false
    },
  )
}

async function succeeds(name, args) {
  let result
  await step(name, async () => {
    result = await capture(node, args)
    if (result.code !== 0) throw new AlreadyTold(name)
  }).catch(() => console.log(result.output))
  return result.code === 0
}

/** Unit tests need neither a build nor a browser, database tests no browser. */
function scopeOf(args) {
  const projects = args.flatMap((arg, at) => {
    if (arg.startsWith('--project=')) return [arg.slice('--project='.length)]
    return arg === '--project' ? [args[at + 1]] : []
  })
  const files = args.filter((arg) => /^(\.\/)?tests\//.test(arg))
  const only = (...names) =>
    (projects.length > 0 && projects.every((project) => names.includes(project))) ||
    (files.length > 0 && files.every((file) => names.some((name) => file.includes(`tests/${name}`))))
  return { build: !only('unit', 'architecture'), browser: !only('unit', 'architecture', 'db') }
}

const withoutBrowser = (args) => [
  ...args.filter((arg) => !arg.startsWith('--project')),
  '--project=unit',
  '--project=db',
]

async function playwright(args, chromium) {
  rmSync(report, { force: true })
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) }
  const code = await new Promise((done) => {
    const child = spawn(node, ['node_modules/@playwright/test/cli.js', 'test', ...args], {
      cwd: place,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => done(127))
    child.on('exit', (status) => done(status ?? 1))
  })
  return resultOf(code)
}

function resultOf(code) {
  try {
    const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'))
    const failed = stats.unexpected + errors.length
    // Named, not hidden: a browser test that needed its second try says that the machine was slow or the test is weak.
    if (stats.flaky > 0)
      console.log(`  ${stats.flaky} browsertest(s) slaagde(n) pas bij de tweede poging; zie "flaky" hierboven.`)
    return {
      passed: stats.expected + stats.flaky,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: stats.skipped,
    }
  } catch {
    // No report means that Playwright did not get as far as running.
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function add(total, part) {
  for (const key of Object.keys(total)) total[key] += part[key]
}
