import { WarningList } from '../page/warning-list.tsx'

/** Who hears nothing by mail, because there is no address. Draws nothing when there is nobody. */
export function WhomToCall({ names }: { names: readonly string[] }) {
  return <WarningList title="Bel zelf" warnings={names.map((name) => `${name}: geen adres: bel`)} />
}
