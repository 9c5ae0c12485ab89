import { feed } from '#emails/inviting/feed.ts'
import { starts } from './calendar-fixture.ts'
import { anEveningAt } from './feed-fixture.ts'

/** Run by node itself, with TZ set by the test: a feed with every start. */
process.stdout.write(feed('Briefings Leiderdorp', starts.map(anEveningAt), 'briefings.example.nl'))
