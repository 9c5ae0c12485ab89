/** One drawing per topic of the catalogue, on a grid of 24, in lines. */
const drawings = {
  'wie-doet-wat': 'M12 3v4M5 17v-4h14v4M12 7v6M9.5 3h5v4h-5zM2.5 17h5v4h-5zM9.5 17h5v4h-5zM16.5 17h5v4h-5zM12 13v4',
  'samenwerking-en-bestuurskracht':
    'M2 7h4l4 2 3-2h5l4 0M2 16h3l5 4 2-.5L17 16h5M10 9l-2.5 3.5c1.5 1.5 3 1 4.5-1l5 4.5',
  bereikbaarheid: 'M6 3h12v13H6zM6 11h12M9 19l-2 2.5M15 19l2 2.5M9 13.6v.1M15 13.6v.1M8 16v3h8v-3M10 6h4',
  economie: 'M3 21h18M5 21v-6h3.5v6M10.25 21V11h3.5v10M15.5 21V7H19v14M4 10l6-5 4 2 6-5M16.5 2H20v3.5',
  wonen: 'M3 11.5 12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-6h4v6',
  bedrijventerreinen: 'M3 21V10l6 4v-4l6 4V4h3l3 17zM7 17.5h2M12 17.5h2',
  'ruimte-en-verstedelijking': 'M3 6l6-3 6 3 6-3v15l-6 3-6-3-6 3zM9 3v15M15 6v15',
  'energie-en-warmte': 'M13 2 5 13.5h6L10 22l9-12.5h-6.5z',
  'water-klimaat-natuur': 'M12 3c4 5 6 7.5 6 11a6 6 0 0 1-12 0c0-3.5 2-6 6-11zM9 14.5a3 3 0 0 0 3 3',
  'dorpen-en-kernen': 'M2 21h20M4 21v-7l4-3 4 3v7M8 21v-4M15 21V8l2.5-5L20 8v13M15 12h5',
  'veiligheid-en-ondermijning': 'M12 2.5 4 5.5v6c0 5 3.5 8.5 8 10 4.5-1.5 8-5 8-10v-6zM8.5 12l2.5 2.5 4.5-5',
  digitalisering: 'M4 4h16v11H4zM2 20h20M9 15v5M15 15v5M9.5 7.5 7.5 9.5l2 2M14.5 7.5l2 2-2 2',
  'hulp-en-subsidies':
    'M12.5 2.2a5 5 0 1 1 0 10 5 5 0 0 1 0-10M14.6 5.4a2.3 2.3 0 1 0 0 3.6M9.8 6.6h2.8M9.8 7.9h2.8M2 16h4l3 1.5h5a1.5 1.5 0 0 1 0 3H9M14.5 18l5-2.5a1.6 1.6 0 0 1 1.5 2.8L14 22H6l-4-1.5',
} as const

export type TopicKey = keyof typeof drawings

function isTopicKey(key: string): key is TopicKey {
  return Object.hasOwn(drawings, key)
}

/** A topic we have no drawing of gets none: a wrong picture is worse. */
export function TopicIcon({ topic }: { topic: string }) {
  if (!isTopicKey(topic)) return null
  return (
    <svg className="icon line-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={drawings[topic]} />
    </svg>
  )
}
