import { z } from 'zod'

/** Our own button, or what a mail program posts by itself (RFC 8058 §3.2). */
export const reminderForm = z
  .union(
    [z.object({ herinneringen: z.enum(['uit', 'aan']) }), z.object({ 'List-Unsubscribe': z.literal('One-Click') })],
    {
      error: 'Kies of u herinneringen wilt krijgen.',
    },
  )
  .transform((form) =>
    'herinneringen' in form
      ? { wanted: form.herinneringen === 'aan', isOneClick: false }
      : { wanted: false, isOneClick: true },
  )
