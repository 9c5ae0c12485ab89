import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import DKIM from 'nodemailer/lib/dkim'
import { checkDkim, signedFieldNames } from './dkim-check.ts'

export type DkimKey = { domain: string; selector: string; pem: string }

/** Gives a mail back with its signature in front. The same bytes and the same key give the same signature: nothing in it tells the time. */
export type SignMail = (raw: Buffer) => Promise<Buffer>

/** Why this key cannot sign, in a sentence for whoever set it. */
export class UnusableDkimKey extends Error {
  override name = 'UnusableDkimKey'
}

/** Everything a receiver may rely on. RFC 8058 §4 wants both List-Unsubscribe fields among them. */
const fieldNames =
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:In-Reply-To:References:Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post'

/** RFC 8301 §3.2: receivers need not believe anything shorter than 1024; 2048 is what a signer should use. */
const fewestBits = 2048

/**
 * Signs at the moment of sending: the key is with the worker only, and writing a thousand mails under the lock of an evening does not have to wait for it.
 * What cannot be signed is not sent: the mailer itself would let it go without.
 * @throws {UnusableDkimKey}
 */
export async function openDkim({ domain, selector, pem }: DkimKey): Promise<SignMail> {
  const privateKey = readKey(pem)
  const signer = new DKIM({
    domainName: domain,
    keySelector: selector,
    privateKey: pem,
    headerFieldNames: fieldNames,
  })
  const sign: SignMail = async (raw) => {
    const parts: Buffer[] = []
    for await (const part of signer.sign(raw)) parts.push(part)
    const signed = Buffer.concat(parts)
    if (!signed.subarray(0, 15).equals(Buffer.from('DKIM-Signature:'))) throw new Error('this mail was not signed')
    return signed
  }
  await assertSigns(sign, createPublicKey(privateKey))
  return sign
}

function readKey(pem: string): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    throw new UnusableDkimKey('de sleutel is niet te lezen. Geef een RSA-sleutel in PEM, zonder wachtwoord')
  }
  if (key.asymmetricKeyType !== 'rsa')
    throw new UnusableDkimKey(
      `een sleutel van het soort ${key.asymmetricKeyType} ondertekent niet. Geef een RSA-sleutel`,
    )
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < fewestBits)
    throw new UnusableDkimKey(`een sleutel van ${bits} bits is te kort. Geef er een van ${fewestBits} of meer`)
  return key
}

const proof = [
  'From: proef@proef.example',
  'To: proef@proef.example',
  'Subject: =?UTF-8?Q?Proef_=C3=A9=C3=A9n?=',
  'Message-ID: <proef@proef.example>',
  'List-Unsubscribe: <https://proef.example/afmelden/proef>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  '',
  'Een regel met  twee spaties en een spatie aan het eind ',
  '',
  '',
].join('\r\n')

/** One mail is signed and read back as a receiver does, before the first real one leaves. */
async function assertSigns(sign: SignMail, publicKey: KeyObject): Promise<void> {
  const signed = await sign(Buffer.from(proof))
  const names = signedFieldNames(signed)
  const isWhole = names.includes('list-unsubscribe') && names.includes('list-unsubscribe-post')
  if (!isWhole || checkDkim(signed, publicKey) !== 'pass')
    throw new UnusableDkimKey('een proefmail met deze sleutel klopt niet bij controle')
}
