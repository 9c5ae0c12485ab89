import type { Region } from '#app/domain/catalogue/place.ts'

type MunicipalityLink = { slug: string; name: string }
type RegionListsProps = {
  regions: readonly Pick<Region, 'id' | 'name'>[]
  municipalities: readonly (MunicipalityLink & { regionId: string | null })[]
}

/** Every municipality as a link, under its own region. */
export function RegionLists({ regions, municipalities }: RegionListsProps) {
  return (
    <div className="region-lists">
      {regions.map((region) => (
        <div key={region.id}>
          <h3>{region.name}</h3>
          <MunicipalityLinks links={municipalities.filter((one) => one.regionId === region.id)} />
        </div>
      ))}
    </div>
  )
}

export function MunicipalityLinks({ links }: { links: readonly MunicipalityLink[] }) {
  return (
    <ul className="link-list">
      {links.map((link) => (
        <li key={link.slug}>
          <a href={`/gemeenten/${link.slug}`}>{link.name}</a>
        </li>
      ))}
    </ul>
  )
}
