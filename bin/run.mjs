import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { place } from './console.mjs'
import { node } from './install.mjs'

/** Runs a program on Node 26 in this terminal until it ends; gives back its exit code. */
export function run(args) {
  return new Promise((done, broken) => {
    // In a group of its own: Ctrl-C reaches this process, and npm besides; the program gets it once, from here.
    const child = spawn(node, ['--import', pathToFileURL(join(place, 'bin', 'follow.mjs')).href, ...args], {
      cwd: place,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      detached: process.platform !== 'win32',
    })
    let asked = 0
    const pass = (signal) => {
      // The terminal and npm both pass Ctrl-C on; the second of the two within a second is not a second wish.
      if (Date.now() - asked < 1000) return
      asked = Date.now()
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
    child.on('error', broken)
    child.on('exit', (code, signal) => done(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}
