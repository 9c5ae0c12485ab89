import { Button, Column, Heading, Link, Row, Section, Text } from '@react-email/components'
import { Fragment } from 'react'
import type { Block, Change, Fact } from './blocks.ts'
import { colours, styles } from './look.ts'

export function BlockView({ block }: { block: Block }) {
  switch (block.block) {
    case 'paragraph':
      return <Paragraph text={block.text} />
    case 'notice':
      return <Panel colour={colours.bar} text={block.text} strong />
    case 'quote':
      return <Panel colour={colours.line} text={block.text} />
    case 'heading':
      return (
        <Heading as="h2" style={styles.heading}>
          {block.text}
        </Heading>
      )
    case 'facts':
      return <DataTable rows={block.rows} />
    case 'changes':
      return <DataTable rows={block.changes.map(changeAsFact)} />
    case 'list':
      return (
        <ul style={{ ...styles.text, paddingLeft: '22px' }}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'action':
      return (
        <Section style={{ margin: '4px 0 20px' }}>
          <Button href={block.link.url} style={styles.primary}>
            {block.link.label}
          </Button>
        </Section>
      )
    case 'choices':
      return (
        <Section style={{ backgroundColor: colours.surface, padding: '20px', margin: '4px 0 20px' }}>
          <Text style={{ ...styles.text, fontWeight: 700 }}>{block.question}</Text>
          {block.links.map(({ label, url }, index) => (
            <Row key={url}>
              <Column style={{ padding: '0 0 10px' }}>
                <Button href={url} style={index === 0 ? styles.primary : styles.secondary}>
                  {label}
                </Button>
              </Column>
            </Row>
          ))}
        </Section>
      )
    case 'link':
      return (
        <Text style={styles.text}>
          {block.lead}{' '}
          <Link href={block.link.url} style={{ ...styles.link, ...styles.breakable }}>
            {block.link.label}
          </Link>
        </Text>
      )
  }
}

function Paragraph({ text }: { text: string }) {
  return (
    <Text style={styles.text}>
      <Lines text={text} />
    </Text>
  )
}

/** Words with a bar on the left: our notice in yellow, somebody's own words in grey. */
function Panel({ text, colour, strong = false }: { text: string; colour: string; strong?: boolean }) {
  return (
    <Section style={{ margin: '0 0 20px', backgroundColor: colours.surface }}>
      <Row>
        <Column style={{ borderLeft: `6px solid ${colour}`, padding: '14px 18px' }}>
          <Text style={{ ...styles.text, ...styles.breakable, margin: 0, fontWeight: strong ? 700 : 400 }}>
            <Lines text={text} />
          </Text>
        </Column>
      </Row>
    </Section>
  )
}

function changeAsFact({ what, was, becomes }: Change): Fact {
  return { label: what, value: `eerst ${was}\nnu ${becomes}` }
}

function DataTable({ rows }: { rows: readonly Fact[] }) {
  return (
    <table cellPadding={0} cellSpacing={0} style={{ width: '100%', borderCollapse: 'collapse', margin: '0 0 20px' }}>
      <tbody>
        {rows.map(({ label, value }) => (
          <tr key={label} style={{ borderBottom: `1px solid ${colours.line}` }}>
            <th scope="row" style={{ ...styles.cell, ...styles.whole, width: '110px', color: colours.heading }}>
              {label}
            </th>
            <td style={{ ...styles.cell, padding: '8px 0' }}>
              <Lines text={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
}
