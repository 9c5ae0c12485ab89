// A process that wants the folder as soon as it is told to, says whether it got it, and then holds on to it until it or its parent ends.
import { once } from 'node:events'
import { claim } from '#db/embedded/claim.server.ts'

console.log('ready')
await once(process.stdin, 'data')
try {
  claim(process.argv[2] ?? '')
  console.log('mine')
} catch (error) {
  console.log((error as Error).name)
}
process.stdin.resume().once('end', () => process.exit())
