// Makes `npm start`, `npm test` and the other scripts work on a bare machine. Plain JavaScript for any Node >= 20, and nothing from npm
// before `install` has run: that is why the parts that need packages are imported late.
import { AlreadyTold, fail, place } from './console.mjs'
import { install } from './install.mjs'

const [command = '', ...args] = process.argv.slice(2)

const commands = {
  install: async () => install(),
  build: async () => {
    await install()
    const { build } = await import('./build.mjs')
    await build({ force: true })
  },
  start: () => runBuilt('server'),
  intake: () => runBuilt('intake'),
  bench: () => runBuilt('bench'),
  test: async () => {
    await install()
    const { test } = await import('./test.mjs')
    return test(args)
  },
  endurance: async () => {
    await install()
    const { test } = await import('./test.mjs')
    process.env.ENDURANCE_SECONDS ||= '120'
    return test(['--project=e2e', 'tests/e2e/endurance.test.ts', ...args])
  },
}

/** Builds when the sources changed, then runs one of the programs that build.mjs makes until it ends; gives back its exit code. */
async function runBuilt(program) {
  await install()
  const { build } = await import('./build.mjs')
  await build()
  const { run } = await import('./run.mjs')
  return run(['--enable-source-maps', `build/${program}.js`, ...args])
}

/** npm tells only the shell that runs us to stop, and the shell ends without passing it on. */
function stopWithShellOfNpm() {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

stopWithShellOfNpm()
process.chdir(place)
try {
  if (!Object.hasOwn(commands, command)) fail(`Kies uit: ${Object.keys(commands).join(', ')}.`)
  process.exitCode = (await commands[command]()) ?? 0
} catch (error) {
  if (!(error instanceof AlreadyTold)) console.error(error)
  process.exitCode = 1
}
