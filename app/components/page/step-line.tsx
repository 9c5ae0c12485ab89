/** Where one is in a form of several pages, near its title. Say the same in the title of the page. */
export function StepLine({ step, of }: { step: number; of: number }) {
  return (
    <p className="quiet">
      Stap {step} van {of}
    </p>
  )
}
