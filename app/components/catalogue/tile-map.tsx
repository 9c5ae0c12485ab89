export type MapTile = {
  slug: string
  name: string
  /** Place on the grid, from 0. */
  column: number
  row: number
  /** Neighbours of different regions get a line between them. */
  regionKey: string
}

const TILE = { width: 108, height: 56, gap: 6 }

/**
 * One tile per council, laid out roughly as on the map. Each tile is a link with the name in it; the list beside it, by region, holds the same links and is
 * what a phone shows. The drawing is hidden from assistive technology and skipped by the keyboard: two times fifty links help nobody.
 */
export function TileMap({ tiles, title }: { tiles: readonly MapTile[]; title: string }) {
  const columns = Math.max(...tiles.map((tile) => tile.column)) + 1
  const rows = Math.max(...tiles.map((tile) => tile.row)) + 1
  return (
    <figure className="tile-map">
      <svg viewBox={`0 0 ${columns * TILE.width} ${rows * TILE.height}`} aria-hidden="true" focusable="false">
        {tiles.map((tile) => (
          <TileLink key={tile.slug} tile={tile} />
        ))}
        {bordersBetween(tiles).map((border) => (
          <path key={border} className="tile-border" d={border} />
        ))}
      </svg>
      <figcaption>{title}</figcaption>
    </figure>
  )
}

function TileLink({ tile }: { tile: MapTile }) {
  const lines = linesOf(tile.name)
  const x = tile.column * TILE.width
  const y = tile.row * TILE.height
  return (
    <a href={`/gemeenten/${tile.slug}`} tabIndex={-1}>
      <title>{tile.name}</title>
      <rect x={x} y={y} width={TILE.width - TILE.gap} height={TILE.height - TILE.gap} rx={4} />
      <text textAnchor="middle">
        {lines.map((line, index) => (
          <tspan
            key={line}
            x={x + (TILE.width - TILE.gap) / 2}
            y={y + (TILE.height - TILE.gap) / 2 + 4 + (index - (lines.length - 1) / 2) * 14}
          >
            {line}
          </tspan>
        ))}
      </text>
    </a>
  )
}

/** A line where two neighbours belong to different regions. */
function bordersBetween(tiles: readonly MapTile[]): string[] {
  const at = new Map(tiles.map((tile) => [`${tile.column} ${tile.row}`, tile]))
  return tiles.flatMap((tile) => {
    const x = (tile.column + 1) * TILE.width - TILE.gap / 2
    const y = (tile.row + 1) * TILE.height - TILE.gap / 2
    const right = at.get(`${tile.column + 1} ${tile.row}`)
    const below = at.get(`${tile.column} ${tile.row + 1}`)
    return [
      right && right.regionKey !== tile.regionKey && `M${x} ${y - TILE.height}V${y}`,
      below && below.regionKey !== tile.regionKey && `M${x - TILE.width} ${y}H${x}`,
    ].filter((line) => typeof line === 'string')
  })
}

/** Breaks a name over at most three lines that fit a tile: at spaces and after hyphens, and long words before a known second part. */
function linesOf(name: string): string[] {
  const words = name.replace(/-/g, '- ').split(' ').flatMap(breakLongWord)
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const joined = last?.endsWith('-') && !last.endsWith(' -') ? `${last}${word}` : `${last} ${word}`
    if (last !== undefined && joined.length <= 13) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

function breakLongWord(word: string): string[] {
  if (word.length <= 13) return [word]
  const parts = word.match(/^(.+?)(ambacht|waard|recht|drecht|land|woude|veen|kanaal)$/)
  return parts?.[1] && parts[2] ? [`${parts[1]}-`, parts[2]] : [word]
}
