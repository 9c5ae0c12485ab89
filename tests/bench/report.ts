import { cpus } from 'node:os'
import type { Db, Pool } from '#db/connection.server.ts'

export type Workbench = { db: Db; pool: Pool; connectionString: string; dataDir: string }

export type Comparison = {
  name: string
  unit: string
  /** What the portal does per second, and the least that does the same: medians of the rounds. */
  ours: number
  least: number
  ratio: number
  target: number
  /** Other figures of the same run. */
  notes?: string[]
}

export function printHeading(): void {
  const [cpu] = cpus()
  console.log(`\nNode ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim() ?? 'onbekend'}\n`)
}

/** On a machine that is busy with other things fewer rounds have to do. */
const longestMilliseconds = 20_000

/** Measures both sides in turn, a few rounds, and keeps the medians: what else this machine does then weighs on both. */
export async function inTurns(
  rounds: number,
  ours: (round: number) => Promise<number>,
  least: (round: number) => Promise<number>,
): Promise<Pick<Comparison, 'ours' | 'least' | 'ratio'>> {
  const measured: { ours: number; least: number }[] = []
  const end = performance.now() + longestMilliseconds
  for (let round = 0; round < rounds && (round === 0 || performance.now() < end); round++)
    measured.push({ ours: await ours(round), least: await least(round) })
  return {
    ours: median(measured.map((each) => each.ours)),
    least: median(measured.map((each) => each.least)),
    ratio: median(measured.map((each) => each.ours / each.least)),
  }
}

export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function printComparisons(comparisons: readonly Comparison[], seconds: number): void {
  const rows = [
    ['', 'portaal', 'minimaal', '', 'verhouding', 'doel'],
    ...comparisons.map(({ name, unit, ours, least, ratio, target }) => [
      name,
      whole(ours),
      whole(least),
      unit,
      `${ratio.toFixed(2)}×`,
      `≥ ${target}×`,
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, column) =>
          column === 0 || column === 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
  console.log('')
  for (const note of comparisons.flatMap(({ notes }) => notes ?? [])) console.log(note)
  console.log(`\n${Math.round(seconds)} seconden\n`)
}

const whole = (value: number) => Math.round(value).toLocaleString('nl-NL')
