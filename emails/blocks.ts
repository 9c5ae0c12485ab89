/**
 * What a mail says, one idea a block. Text and HTML are both written from the same blocks, so that neither can say something
 * the other does not.
 */
export type Block =
  | { block: 'paragraph'; text: string }
  /** The one thing that may not be missed. */
  | { block: 'notice'; text: string }
  | { block: 'heading'; text: string }
  | { block: 'facts'; rows: readonly Fact[] }
  | { block: 'list'; items: readonly string[] }
  /** The main thing to do. */
  | { block: 'action'; link: Link }
  | { block: 'choices'; question: string; links: readonly Link[] }
  | { block: 'link'; lead: string; link: Link }
  /** Words of somebody else. */
  | { block: 'quote'; text: string }
  | { block: 'changes'; changes: readonly Change[] }

export type Fact = { label: string; value: string }
export type Link = { label: string; url: string }
export type Change = { what: string; was: string; becomes: string }

export const paragraph = (text: string): Block => ({ block: 'paragraph', text })
export const notice = (text: string): Block => ({ block: 'notice', text })
export const heading = (text: string): Block => ({ block: 'heading', text })
export const facts = (rows: readonly Fact[]): Block => ({ block: 'facts', rows: rows.filter((row) => row.value) })
export const list = (items: readonly string[]): Block => ({ block: 'list', items })
export const action = (label: string, url: string): Block => ({ block: 'action', link: { label, url } })
export const link = (lead: string, label: string, url: string): Block => ({ block: 'link', lead, link: { label, url } })
export const quote = (text: string): Block => ({ block: 'quote', text })
