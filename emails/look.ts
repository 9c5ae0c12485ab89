import type { CSSProperties } from 'react'

/** The colours of the site. Mail readers know no custom properties, so they stand here once more. */
export const colours = {
  page: '#ffffff',
  text: '#16113b',
  heading: '#281f6b',
  bar: '#efcc36',
  surface: '#f2f7fc',
  line: '#d3dcea',
}

export const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"

const text: CSSProperties = { fontSize: '16px', lineHeight: '26px', color: colours.text, margin: '0 0 16px' }
const button: CSSProperties = {
  fontSize: '16px',
  fontWeight: 700,
  lineHeight: '20px',
  textDecoration: 'none',
  padding: '13px 22px',
  border: `2px solid ${colours.heading}`,
}

export const styles = {
  text,
  mark: {
    ...text,
    fontSize: '14px',
    lineHeight: '22px',
    margin: '28px 0 0',
    borderTop: `1px solid ${colours.line}`,
    paddingTop: '12px',
  },
  choice: { margin: '0 0 10px' },
  title: { fontSize: '26px', lineHeight: '33px', fontWeight: 700, color: colours.heading, margin: '0 0 20px' },
  heading: { fontSize: '19px', lineHeight: '26px', fontWeight: 700, color: colours.heading, margin: '28px 0 10px' },
  // An address has no spaces: without this it makes the whole mail wider than a phone.
  breakable: { wordBreak: 'break-word' },
  // What names a row stays one word, however narrow the screen.
  whole: { wordBreak: 'normal', whiteSpace: 'nowrap' },
  link: { color: colours.heading, textDecoration: 'underline' },
  primary: { ...button, backgroundColor: colours.heading, color: colours.page },
  secondary: { ...button, backgroundColor: colours.page, color: colours.heading },
  cell: {
    ...text,
    wordBreak: 'break-word',
    margin: 0,
    padding: '8px 12px 8px 0',
    verticalAlign: 'top',
    textAlign: 'left',
  },
} as const satisfies Record<string, CSSProperties>
