import { Button, Column, Row, Section } from '@react-email/components'
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
      return <h2 style={styles.heading}>{block.text}</h2>
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
          <p style={{ ...styles.text, fontWeight: 700 }}>{block.question}</p>
          {block.links.map(({ label, url }, index) => (
            <p key={url} style={styles.choice}>
              <Button href={url} style={index === 0 ? styles.primary : styles.secondary}>
                {label}
              </Button>
            </p>
          ))}
        </Section>
      )
    case 'link':
      return (
        <p style={styles.text}>
          {block.lead}{' '}
          <a href={block.link.url} style={{ ...styles.link, ...styles.breakable }}>
            {block.link.label}
          </a>
        </p>
      )
  }
}

function Paragraph({ text }: { text: string }) {
  return (
    <p style={styles.text}>
      <Lines text={text} />
    </p>
  )
}

/** Words with a bar on the left: our notice in yellow, somebody's own words in grey. */
function Panel({ text, colour, strong = false }: { text: string; colour: string; strong?: boolean }) {
  return (
    <Section style={{ margin: '0 0 20px', backgroundColor: colours.surface }}>
      <Row>
        <Column style={{ borderLeft: `6px solid ${colour}`, padding: '14px 18px' }}>
          <p style={{ ...styles.text, ...styles.breakable, margin: 0, fontWeight: strong ? 700 : 400 }}>
            <Lines text={text} />
          </p>
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
