import { Body, Container, Head, Html, Section } from '@react-email/components'
import { renderToStaticMarkup } from 'react-dom/server'
import { BlockView, Lines } from './block-view.tsx'
import type { Block } from './blocks.ts'
import { cutAt, type Form, fillIn, keeping, markMaker } from './fill-in.ts'
import { colours, fontFamily, styles } from './look.ts'

export type Letter = {
  title: string
  greeting: string
  blocks: readonly Block[]
  closing: string
  /** "Ons kenmerk …", or empty. */
  markLine: string
}

// HTML 4 with tables: the doctype that keeps Outlook and old webmail out of quirks mode.
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'

/** The HTML version: one column, no pictures, no trackers, nothing fetched from anywhere. */
export function renderLetter(letter: Letter): string {
  const words: string[] = []
  const blank = withoutWords(letter, words)
  const form = kept(JSON.stringify(blank), () =>
    cutAt(
      drawLetter(blank),
      words.map((_, index) => markOf(index)),
    ),
  )
  return fillIn(form, words.map(escapeHtml))
}

/** The same, drawn whole: what renderLetter gives is this, only quicker. */
export function drawLetter(letter: Letter): string {
  return doctype + renderToStaticMarkup(<LetterPage {...letter} />).replace(endOfLine, '$&\n')
}

/** A line for each block, and one for the address of each link: few lines differ from one person's mail to the next. */
const endOfLine = /<\/(?:head|table|tr|p|h1|h2|ul|li)>|<a href="[^"]*"/g

const markOf = markMaker()
const kept = keeping<Form>(300)

/**
 * The letter with a mark for every line of words: what is left is its form. A thousand people get one form, which is drawn once. Nothing that decides
 * the form is a word: which blocks there are, in how many rows and lines, and which words are empty.
 */
function withoutWords(letter: Letter, words: string[]): Letter {
  const blankLine = (line: string) => markOf(words.push(line) - 1)
  const blankText = (text: string) => {
    if (text === '') return text
    return text.includes('\n') ? text.replace(/[^\n]+/g, blankLine) : blankLine(text)
  }
  const blank = (value: unknown): unknown => {
    if (typeof value === 'string') return blankText(value)
    if (Array.isArray(value)) return value.map(blank)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'block' ? part : blank(part)]))
  }
  return blank(letter) as Letter
}

/** As React does in text and in attributes alike. */
function escapeHtml(text: string): string {
  return /["'&<>]/.test(text) ? text.replace(/["'&<>]/g, (character) => entities[character] ?? '') : text
}

const entities: Record<string, string> = { '"': '&quot;', "'": '&#x27;', '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function LetterPage({ title, greeting, blocks, closing, markLine }: Letter) {
  return (
    <Html lang="nl">
      <Head>
        <title>{title}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Body style={{ backgroundColor: colours.page, margin: 0, fontFamily, color: colours.text }}>
        <Container style={{ maxWidth: '600px', margin: '0 auto', padding: '24px 20px 40px' }}>
          <Section style={{ borderBottom: `4px solid ${colours.bar}`, marginBottom: '28px' }}>
            <p style={{ ...styles.text, margin: '0 0 10px', fontWeight: 700, color: colours.heading }}>
              Raadsbriefing
              <span style={{ fontWeight: 400 }}> · Provincie Zuid-Holland</span>
            </p>
          </Section>
          <h1 style={styles.title}>{title}</h1>
          <p style={styles.text}>{greeting}</p>
          {blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
            <BlockView key={index} block={block} />
          ))}
          <p style={{ ...styles.text, margin: '28px 0 16px' }}>
            <Lines text={closing} />
          </p>
          {markLine && <p style={styles.mark}>{markLine}</p>}
        </Container>
      </Body>
    </Html>
  )
}
