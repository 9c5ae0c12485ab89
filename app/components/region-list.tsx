export type RegionWithCouncils = {
  key: string
  name: string
  councils: readonly { slug: string; name: string; note?: string }[]
}

type RegionListProps = { regions: readonly RegionWithCouncils[]; hrefFor?: (slug: string) => string }

/** Every council by region: the equal of the tile map, in text. */
export function RegionList({ regions, hrefFor = (slug) => `/gemeenten/${slug}` }: RegionListProps) {
  return (
    <ul className="region-list">
      {regions.map((region) => (
        <li key={region.key}>
          <h3>{region.name}</h3>
          <ul className="plain-list">
            {region.councils.map((council) => (
              <li key={council.slug}>
                <a href={hrefFor(council.slug)}>{council.name}</a>
                {council.note && <span className="quiet"> {council.note}</span>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
