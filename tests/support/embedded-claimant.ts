// A process that wants the folder, says whether it got it, and then holds on to it until it is killed.
import { claim } from '#db/embedded/claim.server.ts'

try {
  claim(process.argv[2] ?? '')
  console.log('mine')
} catch (error) {
  console.log((error as Error).name)
}
setInterval(() => {}, 60_000)
