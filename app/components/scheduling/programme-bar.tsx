export type ProgrammeBlock = { key: string; title: string; minutes: number; speaker?: string; isBreak?: boolean }

/** Width in units of the drawing: a minute is one unit, so that nothing is rounded. */
const BAR_HEIGHT = 12

/** The blocks of an evening in proportion to their minutes, and the same facts in a list. */
export function ProgrammeBar({ blocks }: { blocks: readonly ProgrammeBlock[] }) {
  const total = blocks.reduce((sum, block) => sum + block.minutes, 0)
  const starts = blocks.map((_, index) => blocks.slice(0, index).reduce((sum, block) => sum + block.minutes, 0))
  return (
    <div className="programme">
      {total > 0 && (
        <svg
          className="bar"
          viewBox={`0 0 ${total} ${BAR_HEIGHT}`}
          preserveAspectRatio="none"
          width="100%"
          aria-hidden="true"
        >
          {blocks.map((block, index) => (
            <rect
              key={block.key}
              className={block.isBreak ? 'bar-break' : `bar-${(index % 4) + 1}`}
              x={starts[index]}
              width={block.minutes}
              height={BAR_HEIGHT}
            />
          ))}
        </svg>
      )}
      <ol className="programme-list">
        {blocks.map((block, index) => (
          <li key={block.key}>
            <span className={`swatch ${block.isBreak ? 'bar-break' : `bar-${(index % 4) + 1}`}`} aria-hidden="true" />
            <span className="programme-title">
              {block.title}
              {block.speaker && <span className="quiet"> {block.speaker}</span>}
            </span>
            <span className="programme-minutes">{block.minutes} minuten</span>
          </li>
        ))}
      </ol>
      <p className="programme-total">Samen {total} minuten.</p>
    </div>
  )
}
