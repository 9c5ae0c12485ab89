import { z } from 'zod'
import { mailAddressPattern } from '#app/domain/access/mail-address.ts'

const sentence = 'Vul een e-mailadres in, bijvoorbeeld zaal@voorbeeld.nl, of laat het leeg.'

/** Syntax only, a plus included; whether somebody is there is shown by the first mail. */
export const mailAddress = z.string({ error: sentence }).trim().max(254, sentence).regex(mailAddressPattern, sentence)
