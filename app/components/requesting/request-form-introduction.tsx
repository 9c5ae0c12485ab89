import { StepLine } from '../page/step-line.tsx'

/** What stands above the form of a request. */
export function RequestFormIntroduction({ leadName, isSignedIn }: { leadName: string; isSignedIn: boolean }) {
  return (
    <>
      <StepLine step={1} of={2} />
      <h1>Briefing aanvragen voor de raad van {leadName}</h1>
      <p className="lead">
        Wij hebben alvast ingevuld wat wij weten. Vul alle vragen in, behalve waar “(niet verplicht)” staat.
      </p>
      <p>
        {!isSignedIn && (
          <>
            Bent u niet van {leadName}? <a href="/aanvragen">Kies een andere gemeente</a>.{' '}
          </>
        )}
        Hierna controleert u alles nog een keer.
      </p>
    </>
  )
}
