import type { Migration } from 'kysely/migration'
import * as foundation from './0001-foundation.ts'
import * as answeredQuestionsLeadBack from './0002-answered-questions-lead-back.ts'
import * as outboxOrder from './0003-outbox-order.ts'
import * as inbox from './0004-inbox.ts'
import * as retentionOfTheAudit from './0005-retention-of-the-audit.ts'
import * as councilTellsWhenItDiffers from './0006-council-tells-when-it-differs.ts'
import * as coRequesters from './0007-co-requesters.ts'
import * as reminders from './0008-reminders.ts'
import * as calendarFeeds from './0009-calendar-feeds.ts'
import * as engagements from './0010-engagements.ts'
import * as tray from './0011-tray.ts'
import * as paceOfDelivery from './0012-pace-of-delivery.ts'
import * as post from './0013-post.ts'
import * as withheldMailKept from './0014-withheld-mail-kept.ts'
import * as actorsOfEngagements from './0015-actors-of-engagements.ts'
import * as mailAsItIs from './0016-mail-as-it-is.ts'
import * as noStandardProgrammes from './0017-no-standard-programmes.ts'
import * as delivery from './0018-delivery.ts'
import * as proposals from './0019-proposals.ts'
import * as indexesForYears from './0020-indexes-for-years.ts'
import * as whatNobodyReads from './0021-what-nobody-reads.ts'

/** In order, each frozen once landed. Listed by hand: a folder scan would not survive bundling. */
export const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-answered-questions-lead-back': answeredQuestionsLeadBack,
  '0003-outbox-order': outboxOrder,
  '0004-inbox': inbox,
  '0005-retention-of-the-audit': retentionOfTheAudit,
  '0006-council-tells-when-it-differs': councilTellsWhenItDiffers,
  '0007-co-requesters': coRequesters,
  '0008-reminders': reminders,
  '0009-calendar-feeds': calendarFeeds,
  '0010-engagements': engagements,
  '0011-tray': tray,
  '0012-pace-of-delivery': paceOfDelivery,
  '0013-post': post,
  '0014-withheld-mail-kept': withheldMailKept,
  '0015-actors-of-engagements': actorsOfEngagements,
  '0016-mail-as-it-is': mailAsItIs,
  '0017-no-standard-programmes': noStandardProgrammes,
  '0018-delivery': delivery,
  '0019-proposals': proposals,
  '0020-indexes-for-years': indexesForYears,
  '0021-what-nobody-reads': whatNobodyReads,
}
