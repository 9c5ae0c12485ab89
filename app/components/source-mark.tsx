export type Source = 'letter' | 'general'

const texts: Record<Source, string> = {
  letter: 'Uit de brief van de provincie',
  general: 'Algemene kennis, nog na te lezen door de provincie',
}

/** Where a line comes from. What is not in the letter says so. */
export function SourceMark({ source }: { source: Source }) {
  return <p className={`source source-${source}`}>{texts[source]}</p>
}
