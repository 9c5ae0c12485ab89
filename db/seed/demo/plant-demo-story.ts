import type { Trx } from '../../connection.server.ts'

export async function plantDemoStory(_trx: Trx, _now: Temporal.Instant): Promise<void> {}
