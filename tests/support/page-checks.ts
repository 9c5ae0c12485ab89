import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const wcagTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What is wrong with the page as it stands, in sentences: the machine-testable part of WCAG 2.2 AA (contrast in both colour schemes), sideways scrolling at 320 px and at
 * 200 %, one title, and inline styles, which our security policy refuses.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  const tell = (scheme: string, { violations }: Awaited<ReturnType<AxeBuilder['analyze']>>) => {
    for (const { id, nodes } of violations)
      faults.push(`${id} (${scheme}): ${nodes.map((node) => node.target).join(' ')}`)
  }
  // Without motion: a colour that is still on its way to the other scheme is no colour of ours.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  tell('dark', await axe(page).withRules('color-contrast').analyze())
  await page.emulateMedia({ colorScheme: 'light' })
  tell('light', await axe(page).withTags(wcagTags).analyze())
  // 640 px is a screen of 1280 px at 200 %.
  for (const width of [1280, 640, 320]) {
    await page.setViewportSize({ width, height: 800 })
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (tooWide > 0) faults.push(`scrolls ${tooWide} px sideways at ${width} px`)
  }
  faults.push(
    ...(await page.evaluate(clippedWithTextSpacing)).map((text) => `cuts off with wide text spacing: ${text}`),
  )
  const unnamed = await page.locator(':is(input[type=email], input[type=tel]):not([autocomplete])').count()
  if (unnamed > 0) faults.push(`has ${unnamed} personal inputs without autocomplete`)
  const titles = await page.locator('h1').count()
  if (titles !== 1) faults.push(`has ${titles} h1`)
  const styled = await page.locator('[style]').count()
  if (styled > 0) faults.push(`has ${styled} inline styles`)
  return faults
}

/** What must hold of every page on a journey, the refused ones too. With SHOTS in the environment it is kept as it looked, in that folder. */
export async function expectGoodPage(page: Page, name: string): Promise<void> {
  // Walked in a browser that would run scripts: there are none, so that what works here works without as well.
  await expect(page.locator('script')).toHaveCount(0)
  const before = page.viewportSize() ?? { width: 1280, height: 720 }
  expect(await faultsOf(page), name).toEqual([])
  if (process.env.SHOTS)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
    }
  await page.setViewportSize(before)
}

/** WCAG 1.4.12: what is no longer whole, or makes the page wider than its window, with the text spacing that a reader may ask for. Runs in the page. */
function clippedWithTextSpacing(): string[] {
  const spacing = new CSSStyleSheet()
  spacing.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
  )
  // Not a style element: our security policy refuses those.
  document.adoptedStyleSheets = [spacing]
  const clipped = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
    if (element.closest('.visually-hidden, input, textarea, option, select, svg, iframe') || element.clientWidth <= 1)
      return false
    const hides = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip')
    const isTooBig = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
    return (hides || textOverflow === 'ellipsis') && isTooBig
  })
  const { scrollWidth, clientWidth } = document.documentElement
  document.adoptedStyleSheets = []
  return [
    ...clipped.map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
    ...(scrollWidth > clientWidth ? ['the page, sideways'] : []),
  ]
}

/** The machine-testable part of WCAG 2.2 AA alone: for the many states of a page on a journey. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await axe(page).withTags(wcagTags).analyze()
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
  expect(faults, page.url()).toEqual([])
}

/** What is wrong with how the page tells that a form was refused: the summary has the focus, the title says so, its links lead to fields, and a field or the group around it reads its error out. */
export async function refusalFaultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  if (!(await takesFocus(page))) faults.push('the refusal does not take the focus')
  if (!(await page.title()).startsWith('Fout: ')) faults.push('the title does not start with "Fout: "')
  const targets = await page
    .locator('[aria-labelledby=fouten] a')
    .evaluateAll((links) =>
      links
        .map((link) => decodeURIComponent(link.getAttribute('href') ?? '').slice(1))
        .filter((id) => !document.getElementById(id)),
    )
  if (targets.length > 0) faults.push(`links to no field: ${targets.join(' ')}`)
  const unread = await page
    .locator('main .utrecht-form-field-error-message')
    .evaluateAll((messages) =>
      messages
        .filter(
          ({ id }) => !document.querySelector(`:is(input, select, textarea, fieldset)[aria-describedby~="${id}"]`),
        )
        .map(({ textContent }) => textContent),
    )
  if (unread.length > 0) faults.push(`says at no field or group: ${unread.join(' ')}`)
  return faults
}

/** Empties the first form of the page that asks something, and sends it as Enter does: with its first button. False when there is no such form. */
export async function sendEmptied(page: Page): Promise<boolean> {
  const form = page.locator('main form[method=post]:has(input:not([type=hidden]), select, textarea)').first()
  if ((await form.count()) === 0) return false
  await form.evaluate((element: HTMLFormElement) => {
    for (const control of element.elements) {
      if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) control.checked = false
      else if (control instanceof HTMLInputElement && control.type !== 'hidden') control.value = ''
      else if (control instanceof HTMLTextAreaElement) control.value = ''
      else if (control instanceof HTMLSelectElement) control.selectedIndex = 0
    }
  })
  const loaded = page.waitForEvent('load')
  await form.evaluate((element: HTMLFormElement) => element.requestSubmit(element.querySelector('button')))
  await loaded
  return true
}

/** Without a second page to gather the results of frames in, which these pages do not have: that page costs more than the checks. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode()
}

/** A browser gives the focus to what asks for it when it next draws (HTML, "flush autofocus candidates"): on a busy machine that is later than the page is there. */
function takesFocus(page: Page): Promise<boolean> {
  return page
    .waitForFunction(() => ['fouten', 'weigering'].includes(document.activeElement?.id ?? ''), null, { timeout: 2_000 })
    .then(
      () => true,
      () => false,
    )
}
