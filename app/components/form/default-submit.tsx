type DefaultSubmitProps = { name?: string; value?: string }

/**
 * The button that Enter in a text field presses: the first one in a form. Put it there, with the name and value of the main button, so that Enter never
 * removes a row.
 */
export function DefaultSubmit({ name, value }: DefaultSubmitProps) {
  return (
    <button type="submit" name={name} value={value} className="visually-hidden" tabIndex={-1} aria-hidden="true">
      Verder
    </button>
  )
}
