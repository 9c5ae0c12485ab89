// Sent to the browser as it stands: no build step touches it. Works out again what app/domain/catalogue/programme-minutes.ts says on the server;
// tests/unit/requesting/running-clock.test.ts keeps the two alike.

const shortest = 15
const sum = (parts) => parts.reduce((total, minutes) => total + minutes, 0)

/** Minutes for topics of these lengths ([short, standard] each) in an evening of so many minutes. */
export function minutesFor(lengths, evening) {
  for (const column of [1, 0]) {
    const parts = lengths.map((length) => length[column])
    if (sum(parts) <= evening) return parts
  }
  const total = sum(lengths.map(([short]) => short))
  const parts = lengths.map(([short]) => Math.max(shortest, Math.floor((short * evening) / total / 5) * 5))
  while (sum(parts) > evening) {
    const longest = parts.indexOf(Math.max(...parts))
    if (parts[longest] <= shortest) break
    parts[longest] = Math.max(shortest, parts[longest] - 5)
  }
  return parts
}

/** The total and what is left of it, in words. */
export function totalInWords(parts, evening, title) {
  if (parts.length === 0) return 'Kies eerst een onderwerp.'
  const left = evening - sum(parts)
  const words = (minutes) => (minutes === 1 ? '1 minuut' : `${minutes} minuten`)
  const rest = left === 0 ? 'Dat past precies' : left > 0 ? `Nog ${words(left)} over` : `${words(-left)} te lang`
  return `Samen ${words(sum(parts))}. ${title ? `${rest} in “${title}”.` : ''}`.trim()
}

/** What is odd about the numbers given to topics; empty when nothing is. */
export function orderInWords(numbers, most) {
  if (numbers.length > most) return `U koos ${numbers.length} onderwerpen. Kies er hooguit ${most}.`
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index)
  return twice ? `Twee onderwerpen staan op plaats ${twice}. Dan geldt de volgorde van de lijst.` : ''
}

class RunningClock extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    this.form = this.closest('form')
    this.spoken = document.createElement('p')
    this.spoken.className = 'visually-hidden'
    this.spoken.setAttribute('aria-live', 'polite')
    this.after(this.spoken)
    this.form?.addEventListener('change', (event) => {
      const name = event.target.name ?? ''
      if (name === 'formatId' || name.startsWith('order.')) this.update()
    })
  }

  update() {
    const { form } = this
    const chosen = [...form.querySelectorAll('select[name^="order."]')]
      .filter(({ value }) => Number(value) > 0)
      .sort((one, other) => Number(one.value) - Number(other.value))
    const format = form.querySelector('[name=formatId]:checked')
    const [title, minutes] = JSON.parse(this.dataset.formats)[format?.value] ?? ['', 90]
    const lengths = JSON.parse(this.dataset.topics)
    const parts = minutesFor(
      chosen.map(({ name }) => lengths[name.slice(6)] ?? [shortest, shortest]),
      minutes,
    )
    const words = totalInWords(parts, minutes, title)
    const order = orderInWords(
      chosen.map(({ value }) => value),
      Number(this.dataset.most),
    )
    const list = document.createElement('ol')
    list.className = 'programme-list'
    chosen.forEach((select, index) => {
      const row = list.appendChild(document.createElement('li'))
      const swatch = row.appendChild(document.createElement('span'))
      swatch.className = `swatch bar-${(index % 4) + 1}`
      const name = row.appendChild(document.createElement('span'))
      name.className = 'programme-title'
      name.textContent = select.labels[0]?.textContent ?? ''
      const length = row.appendChild(document.createElement('span'))
      length.className = 'programme-minutes'
      length.textContent = `${parts[index]} minuten`
    })
    const total = document.createElement('p')
    total.className = 'programme-total'
    total.textContent = words
    const note = document.createElement('p')
    note.textContent = order
    this.replaceChildren(list, total, ...(order ? [note] : []))
    // Somebody who steps through a list with the arrows hears where it ends, not every stop on the way.
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => {
      this.spoken.textContent = `${words} ${order}`.trim()
    }, 700)
  }
}

globalThis.customElements?.define('running-clock', RunningClock)
