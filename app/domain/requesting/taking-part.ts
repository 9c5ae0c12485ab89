import type { BriefingWish } from './briefing-wish.ts'

export type CouncilWithRegions = { councilId: string; regionIds: readonly string[] }

/** The councils a wish is for, the one that asks first. A council is named once. */
export function councilsTakingPart(
  wish: Pick<BriefingWish, 'audience' | 'regionId' | 'coCouncilIds'>,
  leadCouncilId: string,
  councils: readonly CouncilWithRegions[],
): string[] {
  const others = {
    council: () => false,
    region: (each: CouncilWithRegions) => wish.regionId !== undefined && each.regionIds.includes(wish.regionId),
    councils: (each: CouncilWithRegions) => wish.coCouncilIds.includes(each.councilId),
  }[wish.audience]
  return [
    leadCouncilId,
    ...councils.filter((each) => each.councilId !== leadCouncilId && others(each)).map(({ councilId }) => councilId),
  ]
}
