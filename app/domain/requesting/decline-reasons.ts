/** Why the province cannot give a briefing as it was asked: a code to count by, a sentence to send. */
export const declineReasons = {
  tooSoon: 'De avonden die u vroeg, zijn te snel voor ons om ze goed voor te bereiden.',
  noSpeakerInTime: 'Wij hebben in de periode die u vroeg geen spreker die over deze onderwerpen kan vertellen.',
  notProvincial: 'De onderwerpen die u koos, zijn geen taak van de provincie.',
  decisionPending: 'Over dit onderwerp loopt een besluit. Wij kunnen er nu nog niets over vertellen.',
  electionPeriod: 'De avonden die u koos, vallen vlak voor de verkiezing van Provinciale Staten.',
  alreadyPlanned: 'Over deze onderwerpen staat voor uw raad of regio al een bijeenkomst gepland.',
  notACouncil: 'Wij geven deze briefings alleen aan gemeenteraden in Zuid-Holland.',
} as const

export type DeclineReason = keyof typeof declineReasons

export const declineReasonCodes = Object.keys(declineReasons) as DeclineReason[]

export function isDeclineReason(code: string): code is DeclineReason {
  return Object.hasOwn(declineReasons, code)
}
