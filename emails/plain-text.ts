import type { Block } from './blocks.ts'

/** The text version: every link on a line of its own, so that it can be clicked and copied whole. */
export function plainText(paragraphs: readonly Block[]): string {
  return paragraphs.map(asText).filter(Boolean).join('\n\n')
}

function asText(block: Block): string {
  switch (block.block) {
    case 'paragraph':
    case 'notice':
      return block.text
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(block.text.length, 60))}`
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n')
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n')
    case 'action':
      return `${block.link.label}:\n${block.link.url}`
    case 'choices':
      return [block.question, ...block.links.map(({ label, url }) => `${label}:\n${url}`)].join('\n\n')
    case 'link':
      return `${block.lead}${block.lead.endsWith('?') ? '' : ':'}\n${block.link.url}`
    case 'quote':
      return block.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')
    case 'changes':
      return block.changes.map(({ what, was, becomes }) => `${what}: eerst ${was}, nu ${becomes}.`).join('\n')
  }
}
