import { createElement, type ReactNode } from 'react'
import elementUrl from '#app/components/requesting/running-clock-element.js?url'
import { mostTopics } from '#app/domain/requesting/briefing-wish.ts'
import type { RequestFormView } from '#app/forms/requesting/request-form-view.ts'

type RunningClockProps = { view: Pick<RequestFormView, 'topics' | 'formats'>; children: ReactNode }

/** What is inside counts along with the choices in the form, where scripts run. Elsewhere it stays as the server drew it, with its button "Bijwerken". */
export function RunningClock({ view: { topics, formats }, children }: RunningClockProps) {
  return createElement(
    'running-clock',
    {
      'data-topics': JSON.stringify(
        Object.fromEntries(topics.map(({ id, minutesShort, minutes }) => [id, [minutesShort, minutes]])),
      ),
      'data-formats': JSON.stringify(
        Object.fromEntries(formats.map(({ id, title, minutes }) => [id, [title, minutes]])),
      ),
      'data-most': mostTopics,
    },
    children,
  )
}

/** The script that makes it count: our own file, one kilobyte, on this page only. */
export function RunningClockScript() {
  return <script type="module" src={elementUrl} />
}
