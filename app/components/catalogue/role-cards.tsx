import type { RoleCard as RoleCardText } from '#app/domain/catalogue/offer.ts'
import { RoleCard } from './role-card.tsx'

/** "Wie doet wat": one card for each party, side by side where there is room. */
export function RoleCards({ cards }: { cards: readonly RoleCardText[] }) {
  return (
    <div className="grid">
      {cards.map((card) => (
        <RoleCard key={card.party} party={card.party} source={card.source}>
          {card.text}
        </RoleCard>
      ))}
    </div>
  )
}
