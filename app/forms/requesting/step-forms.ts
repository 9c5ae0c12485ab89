import { z } from 'zod'
import { type DeclineReason, declineReasonCodes } from '#app/domain/requesting/decline-reasons.ts'
import { neededText, optionalText, shownVersion } from '../answers.ts'
import { typedDosNumber } from './dos-number.ts'

/** A step that needs no words: accepting, taking it on, sending. */
export const stepForm = z.object({ version: shownVersion })

export const questionForm = z.object({
  version: shownVersion,
  question: neededText('Vul uw vraag in.', 2000),
})

export const answerForm = z.object({
  version: shownVersion,
  answer: neededText('Vul uw antwoord in.', 4000),
})

/** One of the proposed evenings, by its place in the proposal, or none with a word about what does fit. */
export const chooseEveningForm = z
  .object({
    proposalId: z.uuid({ error: 'Open de pagina opnieuw.' }),
    choice: z.enum(['1', '2', '3', 'none'], { error: 'Kies een avond, of kies “Geen van deze avonden”.' }),
    remark: optionalText(1000),
  })
  .refine(({ choice, remark }) => choice !== 'none' || remark !== '', {
    path: ['remark'],
    error: 'Schrijf op wanneer uw raad wel kan. Dan zoekt de provincie verder.',
  })
  .transform(({ proposalId, choice, remark }) => ({
    proposalId,
    position: choice === 'none' ? undefined : Number(choice),
    remark,
  }))

export const declineForm = z.object({
  version: shownVersion,
  reason: z.enum(declineReasonCodes as [DeclineReason, ...DeclineReason[]], { error: 'Kies een reden.' }),
  alternative: neededText('Vul in wat wel kan. Een afwijzing zonder alternatief sturen wij niet.', 2000),
})

export const withdrawForm = z.object({
  version: shownVersion,
  reason: optionalText(1000),
})

/** Does a council that was asked along take part? `seen` is what the page showed as its answer. */
export const coRequestForm = z.object({
  councilId: z.uuid({ error: 'Open de pagina opnieuw.' }),
  seen: z.enum(['invited', 'joined', 'declined'], { error: 'Open de pagina opnieuw.' }),
  answer: z.enum(['joined', 'declined'], { error: 'Kies of uw raad meedoet.' }),
  remark: optionalText(1000),
})

export const dosNumberForm = z.object({ version: shownVersion, dosNumber: typedDosNumber })
