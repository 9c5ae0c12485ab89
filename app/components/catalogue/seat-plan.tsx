type Seat = { x: number; y: number; colour: number }

const SIZE = { width: 320, height: 176, seat: 9, innerRadius: 62, rowGap: 27 }

/** A council chamber with this many seats, in a half circle. Decoration: the number stands in the text. */
export function SeatPlan({ seats }: { seats: number }) {
  return (
    <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} width="100%" aria-hidden="true">
      {seatsInRows(seats).map((seat) => (
        <circle key={`${seat.x} ${seat.y}`} className={`seat-${seat.colour}`} cx={seat.x} cy={seat.y} r={SIZE.seat} />
      ))}
      <rect className="seat-3" x={SIZE.width / 2 - 26} y={SIZE.height - 16} width={52} height={8} rx={4} />
    </svg>
  )
}

/** Deals the seats over at most four arcs, more on a longer arc, so that the distance between neighbours stays even. */
function seatsInRows(total: number): Seat[] {
  const rows = total <= 12 ? 2 : total <= 27 ? 3 : 4
  const radii = Array.from({ length: rows }, (_, row) => SIZE.innerRadius + row * SIZE.rowGap)
  const length = radii.reduce((sum, radius) => sum + radius, 0)
  let left = total
  return radii.flatMap((radius, row) => {
    const count = row === rows - 1 ? left : Math.round((total * radius) / length)
    left -= count
    return Array.from({ length: count }, (_, index) => {
      const angle = Math.PI * (1 - (count === 1 ? 0.5 : index / (count - 1)))
      return {
        x: Math.round((SIZE.width / 2 + radius * Math.cos(angle)) * 10) / 10,
        y: Math.round((SIZE.height - 12 - radius * Math.sin(angle)) * 10) / 10,
        colour: (row % 2) + 1,
      }
    })
  })
}
