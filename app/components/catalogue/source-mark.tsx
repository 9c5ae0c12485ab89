import type { TextSource } from '#app/domain/catalogue/offer.ts'

const texts: Record<TextSource, string> = {
  letter: 'Uit de brief van de provincie',
  letterExplained: 'Uit de brief, met uitleg van de provincie',
  general: 'Algemene kennis, nog na te lezen door de provincie',
}

/** Where a line comes from. What is not in the letter says so. */
export function SourceMark({ source }: { source: TextSource }) {
  return <p className={`source source-${source}`}>{texts[source]}</p>
}
