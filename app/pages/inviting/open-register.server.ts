import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { councilIdsOf, type Viewer } from '#app/domain/access/viewer.ts'
import { isAboutOldTime } from '#app/domain/inviting/answer.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { formAction } from '#app/form-action.server.ts'
import { answerByHandForm } from '#app/forms/inviting/answer-by-hand-form.ts'
import { remindForm } from '#app/forms/inviting/remind-form.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { foreseeReminding, mayBeReminded, remindCouncils } from '#app/use-cases/inviting/remind-councils.ts'
import { requireOwnSession, requireStaffSession } from '../scheduling/shown-session.server.ts'

/** The register of answers of an evening, as open before whoever looks after it: staff for every council, an office for its own. */
export type OpenRegister = {
  kind: 'staff' | 'clerk'
  viewer: Viewer
  session: BriefingSession
  /** Undefined for every council of the evening. */
  withinCouncils: readonly string[] | undefined
  address: string
}

/** @throws 302, 403 or 404 (requireStaffSession) */
export async function openStaffRegister(args: LoaderFunctionArgs): Promise<OpenRegister> {
  const { viewer, session } = await requireStaffSession(args)
  const address = `/beheer/sessies/${session.id}/reacties`
  return { kind: 'staff', viewer, session, withinCouncils: undefined, address }
}

/** @throws 302, 403 or 404 (requireOwnSession) */
export async function openClerkRegister(args: LoaderFunctionArgs): Promise<OpenRegister> {
  const { viewer, session } = await requireOwnSession(args)
  const address = `/griffie/sessies/${session.id}/reacties`
  return { kind: 'clerk', viewer, session, withinCouncils: councilIdsOf(viewer), address }
}

/** Writes down what somebody answered by telephone or in person. */
export async function writeAnswerDown({ request, context }: ActionFunctionArgs, register: OpenRegister) {
  const { kind, viewer, session, withinCouncils, address } = register
  return formAction(await request.formData(), answerByHandForm, async (said) => {
    const at = context.now()
    const byHand = { door: kind, recordedBy: viewer.personId, withinCouncils, answeredAt: at } as const
    const reply = { ...said, ...byHand, briefingSessionId: session.id }
    const { notApplied } = await recordAnswer(context.db, context.site, reply, at)
    return redirect(`${address}?gedaan=${isAboutOldTime(notApplied) ? 'verlopen' : 'bewaard'}`)
  })
}

/** Who would be reminded, and the page to do it on; undefined when the evening began or was called off. */
export async function readReminding({ context }: LoaderFunctionArgs, register: OpenRegister) {
  const { session, withinCouncils, address } = register
  const now = context.now()
  if (!mayBeReminded(session, now)) return undefined
  const councils = await foreseeReminding(context.db, session, withinCouncils, now)
  return { councils, href: address.replace(/reacties$/, 'herinneren') }
}

/** What the page to remind people on shows before anything leaves. */
export async function previewReminders({ context }: LoaderFunctionArgs, register: OpenRegister) {
  const { session, withinCouncils } = register
  const now = context.now()
  const councils = await foreseeReminding(context.db, session, withinCouncils, now)
  return { session, councils, isOpen: mayBeReminded(session, now), orderId: randomUUID() }
}

/** For every council of the register at once; what its own office did counts with it. */
export async function sendReminders({ request, context }: ActionFunctionArgs, register: OpenRegister) {
  const { kind, viewer, session, withinCouncils, address } = register
  return formAction(await request.formData(), remindForm, async ({ opdracht: orderId }) => {
    const actor = { kind, personId: viewer.personId }
    const order = { briefingSessionId: session.id, withinCouncils, orderId, actor }
    await remindCouncils(context.db, context.site, order, context.now())
    return redirect(`${address}?gedaan=herinnerd`)
  })
}
