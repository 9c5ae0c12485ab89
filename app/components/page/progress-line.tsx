type ProgressLineProps = {
  done: number
  total: number
  /** "verzonden" */
  verb: string
}

/** Long work in numbers: "212 van 430 verzonden". */
export function ProgressLine({ done, total, verb }: ProgressLineProps) {
  const text = `${done} van ${total} ${verb}`
  return (
    <div className="progress">
      <progress value={done} max={Math.max(total, 1)} aria-label={text} />
      <span>{text}</span>
    </div>
  )
}
