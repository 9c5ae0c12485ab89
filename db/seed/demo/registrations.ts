import type { RegistrationTable } from '../../schema.ts'

export type DemoRegistration = {
  session: string
  participant: string
  place: RegistrationTable['place']
  /** Absent: no answer yet. */
  answer?: { answer: 'yes' | 'maybe' | 'no'; door: 'link' | 'calendar' | 'clerk' | 'staff' }
  /** An answer from before the evening was moved: it stays in the register of replies only. */
  earlierAnswer?: { answer: 'yes' | 'maybe' | 'no'; door: 'link' | 'calendar' }
  invitation: 'ready' | 'sent' | 'undelivered' | 'cancelled'
  question?: string
}

/** Every answer through every door, and every kind of place. */
export const demoRegistrations: DemoRegistration[] = [
  {
    session: 'introduction',
    participant: 'roos',
    place: 'attended',
    answer: { answer: 'yes', door: 'link' },
    invitation: 'sent',
  },
  {
    session: 'introduction',
    participant: 'ria',
    place: 'attended',
    answer: { answer: 'yes', door: 'calendar' },
    invitation: 'sent',
  },
  {
    session: 'housing',
    participant: 'roos',
    place: 'attended',
    answer: { answer: 'yes', door: 'calendar' },
    invitation: 'sent',
  },
  {
    session: 'housing',
    participant: 'rik',
    place: 'missed',
    answer: { answer: 'yes', door: 'link' },
    invitation: 'sent',
  },
  {
    session: 'housing',
    participant: 'bas',
    place: 'attended',
    answer: { answer: 'yes', door: 'staff' },
    invitation: 'sent',
  },
  {
    session: 'regional',
    participant: 'roos',
    place: 'seat',
    answer: { answer: 'yes', door: 'link' },
    invitation: 'sent',
    question: 'Wat betekent de groei van woningen voor het verkeer in onze gemeente?',
  },
  {
    session: 'regional',
    participant: 'rik',
    place: 'seat',
    answer: { answer: 'yes', door: 'calendar' },
    invitation: 'sent',
  },
  {
    session: 'regional',
    participant: 'ria',
    place: 'seat',
    answer: { answer: 'maybe', door: 'calendar' },
    invitation: 'sent',
  },
  { session: 'regional', participant: 'rob', place: 'seat', invitation: 'sent' },
  {
    session: 'regional',
    participant: 'ron',
    place: 'seat',
    answer: { answer: 'no', door: 'link' },
    invitation: 'sent',
  },
  {
    session: 'regional',
    participant: 'bas',
    place: 'seat',
    answer: { answer: 'yes', door: 'clerk' },
    invitation: 'sent',
  },
  { session: 'regional', participant: 'olga', place: 'unregistered', invitation: 'cancelled' },
  {
    session: 'regional',
    participant: 'leo',
    place: 'seat',
    answer: { answer: 'yes', door: 'staff' },
    invitation: 'sent',
  },
  { session: 'regional', participant: 'lies', place: 'seat', invitation: 'undelivered' },
  {
    session: 'moved',
    participant: 'roos',
    place: 'seat',
    answer: { answer: 'yes', door: 'calendar' },
    earlierAnswer: { answer: 'yes', door: 'calendar' },
    invitation: 'sent',
  },
  {
    session: 'moved',
    participant: 'rik',
    place: 'seat',
    earlierAnswer: { answer: 'yes', door: 'link' },
    invitation: 'sent',
  },
  { session: 'moved', participant: 'ria', place: 'offered', invitation: 'sent' },
  { session: 'moved', participant: 'rob', place: 'waiting', invitation: 'ready' },
  { session: 'moved', participant: 'ron', place: 'expired', invitation: 'cancelled' },
  { session: 'moved', participant: 'ruud', place: 'removed', invitation: 'cancelled' },
  {
    session: 'cancelled',
    participant: 'olga',
    place: 'seat',
    answer: { answer: 'yes', door: 'calendar' },
    invitation: 'cancelled',
  },
]
