// A process with a PostgreSQL of its own, to be killed.
import { startEmbeddedPostgres } from '#db/embedded.server.ts'

const { connectionString } = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' })
console.log(connectionString)
setInterval(() => {}, 60_000)
