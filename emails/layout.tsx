import { Body, Container, Head, Heading, Hr, Html, Section, Text } from '@react-email/components'
import { renderToStaticMarkup } from 'react-dom/server'
import { BlockView, Lines } from './block-view.tsx'
import type { Block } from './blocks.ts'
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
  return doctype + renderToStaticMarkup(<LetterPage {...letter} />)
}

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
            <Text style={{ ...styles.text, margin: '0 0 10px', fontWeight: 700, color: colours.heading }}>
              Raadsbriefing
              <span style={{ fontWeight: 400 }}> · Provincie Zuid-Holland</span>
            </Text>
          </Section>
          <Heading as="h1" style={styles.title}>
            {title}
          </Heading>
          <Text style={styles.text}>{greeting}</Text>
          {blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
            <BlockView key={index} block={block} />
          ))}
          <Text style={{ ...styles.text, marginTop: '28px' }}>
            <Lines text={closing} />
          </Text>
          {markLine && (
            <>
              <Hr style={{ borderColor: colours.line, margin: '28px 0 12px' }} />
              <Text style={styles.small}>{markLine}</Text>
            </>
          )}
        </Container>
      </Body>
    </Html>
  )
}
