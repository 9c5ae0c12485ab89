import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own folder. */
export const place = dirname(dirname(fileURLToPath(import.meta.url)))

/** The person at the terminal has read what went wrong; there is nothing to add. */
export class AlreadyTold extends Error {}

/** Ends the command with a sentence. */
export function fail(sentence) {
  console.error(`\n${sentence}\n`)
  throw new AlreadyTold(sentence)
}

const seconds = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Does one step and prints its name and how long it took. */
export async function step(name, work) {
  const start = performance.now()
  // Whoever watches sees what is going on; in a log only the outcome counts.
  if (process.stdout.isTTY) process.stdout.write(`  … ${name}\r`)
  const tell = (mark) =>
    console.log(`  ${mark} ${name.padEnd(44)} ${seconds.format((performance.now() - start) / 1000).padStart(6)} s`)
  try {
    const result = await work()
    tell('✓')
    return result
  } catch (error) {
    tell('✗')
    throw error
  }
}

const endings = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }
const awaited = new Map()

/** What tells this command to stop ends what it waits for as well: an `npm ci` that goes on alone is in the way of the next start. */
function endAwaited(signal) {
  for (const [child, endSignal] of awaited) {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, endSignal)
    } catch {
      // It ended just now.
    }
  }
  process.exit(endings[signal])
}

function awaitEndOf(child, endSignal) {
  if (child.pid === undefined) return
  if (awaited.size === 0) for (const signal of Object.keys(endings)) process.on(signal, endAwaited)
  awaited.set(child, endSignal)
  child.on('close', () => {
    awaited.delete(child)
    if (awaited.size === 0) for (const signal of Object.keys(endings)) process.off(signal, endAwaited)
  })
}

/** Runs a program; keeps what it prints, and gives it back with its exit code. Ends it after `limitMs`. */
export function capture(program, args, { env = {}, limitMs, endSignal = 'SIGTERM' } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: place,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
      // A group of its own, so that what it starts itself can be told as well.
      detached: process.platform !== 'win32',
    })
    awaitEndOf(child, endSignal)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => done({ code: 127, output: `${output}${error.message}\n` }))
    child.on('exit', (_code, signal) => {
      if (signal) output += `\n(gestopt: ${signal})\n`
    })
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}

/** As `capture`, but a program that fails ends the command and shows what it printed. */
export async function must(program, args, options) {
  const { code, output } = await capture(program, args, options)
  if (code === 0) return output
  // Vite lists every file it ever watched after the sentence that matters.
  console.error(`\n${output.replace(/watchFiles: \[[^\]]*\],?\s*/g, '')}`)
  throw new AlreadyTold(`${program} stopte met code ${code}`)
}
