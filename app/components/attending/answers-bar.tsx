import type { AnswerCounts } from '#app/domain/attending/answer-counts.ts'

const answers = [
  { key: 'yes', text: 'ja' },
  { key: 'maybe', text: 'misschien' },
  { key: 'no', text: 'nee' },
  { key: 'silent', text: 'geen reactie' },
] as const

/** Who comes, as a stacked bar and in numbers, and below it who waits for a seat. Counts only, never names. */
export function AnswersBar({ counts }: { counts: AnswerCounts }) {
  const total = answers.reduce((sum, { key }) => sum + counts[key], 0)
  let start = 0
  const parts = answers.map(({ key, text }) => {
    const part = { key, text, start, count: counts[key] }
    start += part.count
    return part
  })
  return (
    <div className="answers">
      {total > 0 && (
        <svg className="bar" viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" width="100%" aria-hidden="true">
          {parts.map((part) => (
            <rect key={part.key} className={`answer-${part.key}`} x={part.start} width={part.count} height={1} />
          ))}
        </svg>
      )}
      <ul className="legend">
        {parts.map((part) => (
          <li key={part.key}>
            <span className={`swatch answer-${part.key}`} aria-hidden="true" />
            <strong>{part.count}</strong> {part.text}
          </li>
        ))}
      </ul>
      {counts.waiting > 0 && (
        <p>
          Op de wachtlijst: <strong>{counts.waiting}</strong>
        </p>
      )}
    </div>
  )
}
