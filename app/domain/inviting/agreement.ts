import { councilVoices } from './council-voice.ts'

type Council = { councilId: string; municipalityName: string }

/** Municipalities of an evening by what their councils said. */
export type Agreement = {
  /** Of those that take part and were offered the option: agreed, refused, or have not said so yet. */
  yes: string[]
  no: string[]
  open: string[]
  /** Asked along, and have not said that they take part: silence is not consent, and they hold no option. */
  notTakingPart: string[]
}

export function agreementOf(
  councils: readonly Council[],
  { consenting, words }: { consenting: readonly string[]; words: Parameters<typeof councilVoices>[0] },
): Agreement {
  const voices = councilVoices(words)
  const takesPart = ({ councilId }: Council) => consenting.includes(councilId)
  const saying = (test: (answer: string | undefined) => boolean) =>
    councils
      .filter((council) => takesPart(council) && test(voices.get(council.councilId)?.answer))
      .map(({ municipalityName }) => municipalityName)
  return {
    yes: saying((answer) => answer === 'yes'),
    no: saying((answer) => answer === 'no'),
    open: saying((answer) => answer !== 'yes' && answer !== 'no'),
    notTakingPart: councils.filter((council) => !takesPart(council)).map(({ municipalityName }) => municipalityName),
  }
}
