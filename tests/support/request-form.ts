import { expect, type Page } from '@playwright/test'

/** Fills in what a request cannot do without; with an address also who asks, for whoever is not signed in. */
export async function fillInRequest(page: Page, address?: string): Promise<void> {
  await page.getByLabel('Wat wil uw raad weten?').fill('Wat beslist de raad zelf?')
  await page.getByLabel('Hoeveel raadsleden verwacht u?').fill('21')
  await page.getByRole('radio', { name: 'Openbaar', exact: true }).check()
  if (!address) return
  await page.getByLabel('Naam', { exact: true }).fill('Ad Voorbeeld')
  await page.getByRole('radio', { name: 'Griffier', exact: true }).check()
  await page.getByLabel('E-mailadres').fill(address)
}

export const checkRequest = (page: Page) => page.getByRole('button', { name: 'Verder naar controleren' }).click()
export const sendRequest = (page: Page) => page.getByRole('button', { name: 'Aanvraag versturen' }).click()

const reference = /RB-\d{4}-\d{4,}/

/** The reference that the page names as soon as it is there. */
export async function referenceIn(page: Page): Promise<string> {
  await expect(page.locator('main')).toContainText(reference)
  return reference.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? ''
}
