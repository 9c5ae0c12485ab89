import { z } from 'zod'
import { mailAddressPattern } from '#app/domain/access/mail-address.ts'

/** Syntax only, a plus included; whether somebody is there is shown by the first mail. */
export function mailAddress(sentence: string) {
  return z
    .string({ error: sentence })
    .trim()
    .max(254, 'Dit e-mailadres is te lang. Vul een ander adres in.')
    .regex(mailAddressPattern, sentence)
}
