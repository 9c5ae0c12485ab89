import { expect, test } from '@playwright/test'
import { workerLog } from '#app/worker-log.ts'

// Seen in the log of a worker: “Failed task 822 (deliverMails, …) with error '…'”, with the whole message of the database in it.
test('of a job that failed the log says which, how and where, and none of the words of its error', () => {
  const lines: object[] = []
  const tell = workerLog({ warn: (line: unknown) => void lines.push(line as object) })
  const error = Object.assign(new TypeError('waarde geheim@raad.example klopt niet'), { code: '22P02' })
  const job = { id: '822', task_identifier: 'deliverMails', payload: { address: 'geheim@raad.example' } }
  tell('error', `Failed task 822 (deliverMails) with error '${error.message}':\n  ${error.stack}`, { error, job })
  tell('warning', 'the batch is smaller than the concurrency')
  tell('info', 'Completed task 823 geheim@raad.example')
  expect(lines).toMatchObject([
    { task: 'deliverMails', jobId: '822', err: 'TypeError', code: '22P02' },
    { worker: 'the batch is smaller than the concurrency' },
  ])
  expect(JSON.stringify(lines)).toContain('worker-log.test.ts')
  expect(JSON.stringify(lines)).not.toContain('geheim')
})
