/** The first stop of the keyboard on every page. */
export function SkipLink() {
  return (
    <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
      Naar de inhoud
    </a>
  )
}
